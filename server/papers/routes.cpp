#include "server/papers/routes.hpp"

#include <array>

#include "server/papers/handlers.hpp"
#include "server/papers/late_papers_pages.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address item_papers{"/items/{item}/papers"};
constexpr web::Address late_papers{"/papers/chase"};
constexpr web::Address paper_pdf{"/papers/{paper}.pdf"};
constexpr web::Address paper_remove{"/papers/{paper}/remove"};
constexpr web::Address meeting_pack{"/meetings/{meeting}/pack"};
constexpr web::Address meeting_pack_pdf{"/meetings/{meeting}/pack.pdf"};
constexpr web::Address meeting_send{"/meetings/{meeting}/send"};
constexpr web::Address job{"/jobs/{job}"};
constexpr web::Address job_json{"/jobs/{job}.json"};
constexpr web::Address job_cancel{"/jobs/{job}/cancel"};
// clang-format on

}  // namespace server::routes

namespace server::papers {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    page(routes::item_papers, A::upload_paper, S::item, show_papers),
    upload(routes::item_papers, A::upload_paper, S::item, upload_paper, show_papers),
    // For whoever is a secretariat of some board; the handlers look at their own boards alone
    page(routes::late_papers, A::create_meeting, S::nothing, show_late_papers),
    post(routes::late_papers, A::create_meeting, S::nothing, chase_late_papers, show_late_papers),
    page(routes::paper_pdf, A::read_meeting, S::paper, show_paper),
    page(routes::paper_remove, A::upload_paper, S::paper, show_paper_removal),
    post(routes::paper_remove, A::upload_paper, S::paper, remove_paper, show_paper_removal),
    page(routes::meeting_pack, A::build_pack, S::meeting, show_packs),
    post(routes::meeting_pack, A::build_pack, S::meeting, order_pack, show_packs),
    page(routes::meeting_pack_pdf, A::read_meeting, S::meeting, show_pack_file),
    page(routes::meeting_send, A::edit_meeting, S::meeting, show_send),
    upload(routes::meeting_send, A::edit_meeting, S::meeting, send_papers, show_send),
    page(routes::job, A::read_job, S::job, show_job),
    page(routes::job_json, A::read_job, S::job, show_job_json),
    post(routes::job_cancel, A::read_job, S::job, cancel_job, show_job),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::papers
