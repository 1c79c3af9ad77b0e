// What a fuzz target holds an answer to. Unlike assert it stays in release builds.
#pragma once

#include <cstdio>
#include <cstdlib>

#define REQUIRE(condition)                                                          \
    do {                                                                            \
        if (!(condition)) {                                                         \
            std::fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);    \
            std::abort();                                                           \
        }                                                                           \
    } while (false)
