#include "server/circulation/stop_actors.hpp"

#include "server/circulation/stop_holder.hpp"

namespace server::circulation {
namespace {

workflows::StopActor with_holder(workflows::StopActor actor, const workflows::StopActor& holder) {
    actor.stop_board = actor.stop_board || holder.stop_board;
    return actor;
}

}  // namespace

workflows::StopActor stop_actor(const base::Viewer& viewer, const std::string& board,
                                const std::string& owner) {
    const auto officer = [&](const std::string& code) {
        return base::may(viewer, workflows::Action::speak_for_board, code);
    };
    return {officer(board), officer(owner)};
}

workflows::StopActor stop_actor_today(const base::Viewer& viewer, const BoardsAhead& ahead,
                                      const std::string& board, const std::string& owner) {
    return with_holder(stop_actor(viewer, board, owner),
                       stop_actor(viewer, ahead.holder(board), owner));
}

workflows::StopActor stop_actor_today(const base::Viewer& viewer, db::ReadTx& tx,
                                      const std::string& board, const std::string& owner) {
    return with_holder(stop_actor(viewer, board, owner),
                       stop_actor(viewer, holder_today(tx, board), owner));
}

}  // namespace server::circulation
