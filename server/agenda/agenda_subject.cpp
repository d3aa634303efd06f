#include "server/agenda/agenda_subject.hpp"

#include "server/agenda/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::agenda {

Result<void> check_open(const web::Context& context, db::ReadTx& tx,
                        const db::MeetingRow& meeting) {
    return check_open(meeting, context.today(tx));
}

void begin_page(web::BlockPage& page, const AgendaSubject& subject) {
    page.crumb(words::meetings, web::href(routes::meetings)).crumb(subject.words(), subject.href());
    page.caption(subject.words());
    page.layout().board_name = subject.board.name;
}

}  // namespace server::agenda
