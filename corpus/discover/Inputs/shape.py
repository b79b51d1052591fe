# Says what a list of candidates in JSON holds, so that a test can read it.
import json
import sys

answer = json.load(sys.stdin)
print("version", answer["version"])
for each in answer["candidates"]:
    assert set(each) == {"kind", "name", "data", "rank", "why", "file", "line", "column"}, each
    print(each["kind"], each["name"], each["data"], each["rank"], each["file"].rsplit("/", 1)[-1], each["line"], each["column"])
