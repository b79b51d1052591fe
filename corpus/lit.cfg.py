# Tests at the level where a user notices: a file says in RUN: lines how the program is called on it, and in CHECK:
# lines what it prints. See https://llvm.org/docs/CommandGuide/lit.html and FileCheck.
import os
import lit.formats

root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
build = lit_config.params["build"]
config.name = "corpus"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".yaml", ".cpp", ".c", ".test"]
config.excludes = ["Inputs", "features"]  # tests/score has those
config.test_source_root = os.path.join(root, "corpus")
config.test_exec_root = os.path.join(build, "corpus")
config.environment["PATH"] = "/usr/lib/llvm-19/bin:" + os.path.join(build, "bin") + ":" + os.environ["PATH"]
config.substitutions += [("%root", root)]
