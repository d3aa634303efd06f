#include "server/web/viewer.hpp"

#include <algorithm>

namespace server::web {

using workflows::Relation;
using workflows::Relations;

bool Viewer::has_seat(std::string_view board, std::string_view role) const {
    return std::any_of(seats.begin(), seats.end(),
                       [&](const Seat& seat) { return seat.board == board && seat.role == role; });
}

bool Viewer::chairs(std::string_view board) const {
    return has_seat(board, "chair") || has_seat(board, "vice-chair");
}

std::vector<std::string> Viewer::boards_as(std::string_view role) const {
    std::vector<std::string> boards;
    for (const auto& seat : seats) {
        if (seat.role == role) boards.push_back(seat.board);
    }
    return boards;
}

bool sits_on(const Viewer& viewer, std::string_view board) {
    return std::ranges::any_of(viewer.seats, [&](const auto& seat) { return seat.board == board; });
}

Relations general_standing(const Viewer& viewer) {
    Relations relations = Relation::anyone;
    if (!viewer.signed_in()) return relations;
    relations |= Relation::signed_in;
    if (viewer.administrator) relations |= Relation::administrator;
    if (viewer.office) relations |= Relation::office;
    for (const auto& seat : viewer.seats) {
        if (seat.role == "secretariat") relations |= Relation::any_secretariat;
        if (seat.role == "chair" || seat.role == "vice-chair") relations |= Relation::any_chair;
    }
    return relations;
}

std::set<std::string> own_boards(const Viewer& viewer) {
    std::set<std::string> boards;
    for (const auto& seat : viewer.seats) {
        if (viewer.chairs(seat.board) || viewer.has_seat(seat.board, "secretariat"))
            boards.insert(seat.board);
    }
    return boards;
}

bool session_expired(const net::Request& request, const Viewer& viewer) {
    return !viewer.signed_in() && !request.cookie(session_cookie).empty();
}

std::string session_cookie_with(std::string_view token, std::chrono::seconds life) {
    return std::string(session_cookie) + "=" + std::string(token) +
           "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(life.count());
}

std::string ended_session_cookie() {
    return session_cookie_with("", std::chrono::seconds(0));
}

}  // namespace server::web
