# One CMake target per folder, so that a link error shows an arrow that points the wrong way.

# libstdc++ 12 itself calls what it declares deprecated, in std::stable_sort.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Werror -Wno-deprecated-declarations)

# libFuzzer needs Clang's runtime, so it is only there where asked for. Without -fsanitize=fuzzer-no-link it would see of
# a run only what the fuzzer's own file does.
option(CIRCUMSPECT_FUZZ "build the libFuzzer programs" OFF)
if(CIRCUMSPECT_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

option(CIRCUMSPECT_CCACHE "compile through ccache where it is installed" ON)
find_program(CCACHE ccache)
if(CIRCUMSPECT_CCACHE AND CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# circumspect_library(<name> USES <targets…>): the library of the folder that calls it.
# The name is the folder's path with '_' for '/': policy_model, checker_flow.
function(circumspect_library name)
  cmake_parse_arguments(LIB "" "" "USES;PRIVATE_USES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
  set(compiled ${sources})
  list(FILTER compiled INCLUDE REGEX "\\.cpp$")
  if(compiled)
    add_library(${name} STATIC ${sources})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${LIB_USES} PRIVATE ${LIB_PRIVATE_USES})
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} INTERFACE ${LIB_USES})
  endif()
endfunction()

# circumspect_test(<name> USES <targets…>): every *Test.cpp of the folder as one GoogleTest program.
function(circumspect_test name)
  cmake_parse_arguments(TEST "" "" "USES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE ${TEST_USES} GTest::gmock GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE CIRCUMSPECT_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  include(GoogleTest)
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60)
endfunction()

# LLVM Support and Clang come as the distribution's shared libraries.
add_library(llvm_support INTERFACE)
target_include_directories(llvm_support SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS})
target_link_libraries(llvm_support INTERFACE LLVM)
target_compile_definitions(llvm_support INTERFACE ${LLVM_DEFINITIONS_LIST})

add_library(clang_tooling INTERFACE)
target_include_directories(clang_tooling SYSTEM INTERFACE ${CLANG_INCLUDE_DIRS})
target_link_libraries(clang_tooling INTERFACE clang-cpp llvm_support)

add_library(z3_solver INTERFACE)
target_link_libraries(z3_solver INTERFACE ${Z3_LIBRARY})

add_library(pg_query INTERFACE)
target_link_libraries(pg_query INTERFACE ${PG_QUERY_LIBRARY})
