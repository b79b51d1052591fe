# Tests at the level where a user notices: a file says in RUN: lines how the program is called on it, and in CHECK:
# lines what it prints. See https://llvm.org/docs/CommandGuide/lit.html and FileCheck.
import os
import subprocess

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
config.environment["XDG_CACHE_HOME"] = os.path.join(build, "corpus", "cache")  # not the user's own
config.substitutions += [("%root", root)]

# Libraries whose headers are there (`ci/setup --models` installs them); a test that needs another is skipped.
headers = {"curl": "curl/curl.h", "fmt": "fmt/format.h", "hiredis": "hiredis/hiredis.h", "jansson": "jansson.h", "json-c": "json-c/json.h",
           "ldap": "ldap.h", "libpq": "postgresql/libpq-fe.h", "libxml2": "libxml2/libxml/tree.h",
           "microhttpd": "microhttpd.h", "nlohmann-json": "nlohmann/json.hpp", "openssl": "openssl/ssl.h", "pcre2": "pcre2.h", "qt": "x86_64-linux-gnu/qt5/QtWidgets/QtWidgets",
           "spdlog": "spdlog/spdlog.h", "sqlite": "sqlite3.h"}
for name, header in headers.items():
    source = f'#if !__has_include("{header}")\n#error\n#endif\n'
    command = ["/usr/lib/llvm-19/bin/clang++", "-E", "-x", "c++", "-"]
    if subprocess.run(command, input=source, text=True, capture_output=True).returncode == 0:
        config.available_features.add(name)
