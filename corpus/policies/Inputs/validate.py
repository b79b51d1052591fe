"""Validates YAML files against a JSON Schema: validate.py SCHEMA FILE..."""
import json
import sys

import jsonschema
import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    validator = jsonschema.Draft202012Validator(json.load(file))
for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as file:
        validator.validate(yaml.safe_load(file))
