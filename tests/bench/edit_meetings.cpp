// Changes every second meeting of a list through its form, as a secretary would, while pages are
// read. usage: edit_meetings BASE_URL SIGN_IN_PATH LIST     prints how many were changed
#include <fstream>
#include <iostream>
#include <string>

#include "server/demo/web_client.hpp"

int main(int argc, char** argv) {
    if (argc != 4) return 2;
    server::demo::WebClient secretary(argv[1], "the secretariat");
    const std::string sign_in = argv[2];
    secretary.get(sign_in);
    secretary.submit(sign_in);
    std::ifstream list(argv[3]);
    int changed = 0;
    std::string id;
    for (int line = 0; std::getline(list, id); ++line) {
        if (line % 2 == 1) continue;
        const auto form = "/meetings/" + id + "/edit";
        secretary.get(form);
        secretary.submit(form, {{"place", "Room " + std::to_string(line)}, {"tell", ""}});
        ++changed;
    }
    std::cout << changed << '\n';
}
