# Debian's Emscripten, or any other whose em++ is on the PATH, with the cures it needs.
find_program(EMXX em++ REQUIRED)
get_filename_component(EMXX_FOLDER ${EMXX} REALPATH)
get_filename_component(EMXX_FOLDER ${EMXX_FOLDER} DIRECTORY)
include(${EMXX_FOLDER}/cmake/Modules/Platform/Emscripten.cmake)

# The platform file would pass --experimental-wasm-threads, which today's Node refuses.
find_program(NODE_PROGRAM node REQUIRED)
set(CMAKE_CROSSCOMPILING_EMULATOR ${NODE_PROGRAM})

# Debian keeps acorn in a folder of its own, which only Debian's own Node looks into; emcc needs it when it links.
if(EXISTS /usr/share/nodejs/acorn)
  set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
endif()
