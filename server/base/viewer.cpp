#include "server/base/viewer.hpp"

#include <algorithm>

namespace server::base {

using workflows::Relation;
using workflows::Relations;
using workflows::Role;

bool Viewer::serves(std::string_view board) const {
    return std::ranges::any_of(seats, [&](const Seat& seat) {
        return seat.board == board && seat.role == Role::secretariat;
    });
}

bool Viewer::chairs(std::string_view board) const {
    return std::ranges::any_of(seats, [&](const Seat& seat) {
        return seat.board == board && workflows::is_chair(seat.role);
    });
}

bool Viewer::is_officer(std::string_view board) const {
    return chairs(board) || serves(board);
}

std::vector<std::string> Viewer::boards_served() const {
    std::vector<std::string> boards;
    for (const auto& seat : seats) {
        if (seat.role == Role::secretariat) boards.push_back(seat.board);
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
        if (seat.role == Role::secretariat) relations |= Relation::any_secretariat;
        if (workflows::is_chair(seat.role)) relations |= Relation::any_chair;
    }
    return relations;
}

Relations seat_standing(const Viewer& viewer, std::string_view board) {
    auto relations = general_standing(viewer);
    if (viewer.chairs(board)) relations |= Relation::chair;
    if (viewer.serves(board)) relations |= Relation::secretariat;
    return relations;
}

bool may(const Viewer& viewer, workflows::Action action, std::string_view board) {
    return workflows::allowed(action, seat_standing(viewer, board));
}

std::set<std::string> own_boards(const Viewer& viewer) {
    std::set<std::string> boards;
    for (const auto& seat : viewer.seats) {
        if (viewer.is_officer(seat.board)) boards.insert(seat.board);
    }
    return boards;
}

}  // namespace server::base
