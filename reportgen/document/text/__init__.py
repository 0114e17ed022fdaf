"""Running text: pages and the plan of them, and what stands within a line, with notes, links and references."""
