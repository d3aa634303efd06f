// The program: arguments in, exit code out.
#include <unistd.h>

#include <exception>
#include <iostream>

#include "server/command_line/program.hpp"
#include "server/demo/demo.hpp"

int main(int argc, char** argv) {
    try {
        return static_cast<int>(server::command_line::run_program(
            {argv + 1, argv + argc}, std::cout, std::cerr, server::demo::run_demo));
    } catch (const std::exception& failure) {
        std::cerr << "shiremoot: " << failure.what() << '\n';
        return static_cast<int>(server::command_line::Exit::failed);
    }
}
