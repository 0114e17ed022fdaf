raise SystemExit("this must not run")
