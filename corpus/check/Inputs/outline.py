"""Prints what a test looks at in a SARIF log, a line a thing."""
import json
import sys

log = json.load(open(sys.argv[1], encoding="utf-8"))
print("version", log["version"])
for run in log["runs"]:
    driver = run["tool"]["driver"]
    print(f"driver {driver['name']}, rules:", " ".join(rule["id"] for rule in driver["rules"]))
    print("complete:", run["invocations"][0]["executionSuccessful"])
    for notice in run["invocations"][0]["toolExecutionNotifications"]:
        print("notice", notice["level"], notice["message"]["text"])

    def place(location):
        physical = location["physicalLocation"]
        region = physical["region"]
        name = physical["artifactLocation"]["uri"].rsplit("/", 1)[-1]
        return f"{name}:{region['startLine']}:{region['startColumn']}"

    for result in run["results"]:
        print(
            f"result {result['ruleId']} {result['level']} at {place(result['locations'][0])},",
            f"kind {result['properties']['kind']}, confidence {result['properties']['confidence']},",
            f"fingerprint of {len(result['partialFingerprints']['circumspect/v1'])} characters",
        )
        for flow in result.get("codeFlows", []):
            for step in flow["threadFlows"][0]["locations"]:
                print("step", place(step["location"]), step["location"]["message"]["text"])
