// The forms of a circulation's page: the steps of each stop, and what its owner does with all.
#pragma once

#include <vector>

#include "server/circulation/circulation_queries.hpp"
#include "server/circulation/words.hpp"
#include "server/web/context.hpp"
#include "templates/form_fields.hpp"
#include "templates/view.hpp"

namespace server::circulation {

/// Adds one row to the list `actions` for each step that the viewer may take at a stop. What a
/// board that spoke to an earlier version is asked next stands on a page of its own (/amended).
class StopForms {
  public:
    StopForms(const web::Context& context, const CirculationStatus& status)
        : context_(context), status_(status) {}

    void add(templates::View& view, std::size_t i);
    const std::vector<templates::ErrorLink>& errors() const { return errors_; }

  private:
    void add_step(templates::View& view, workflows::StopEvent event);
    void add_issue(templates::View& view);
    void add_another_way(templates::View& form, const std::string& step);
    void add_outcome(templates::View& view, const std::vector<templates::Choice>& outcomes);
    void add_meeting_form(templates::View& view, const std::string& step, const std::string& label);
    void add_assent(templates::View& view);
    void add_text_form(templates::View& view, const std::string& step, const std::string& label);
    void add_comment(templates::View& form, const std::string& step, const std::string& label);

    std::string address(const std::string& step) const;
    bool refused(const std::string& step) const;
    templates::Field field(const std::string& step, const std::string& name,
                           const std::string& label, const std::string& stored = {}) const;
    templates::View& begin(templates::View& view, const std::string& step,
                           const std::string& label);
    void finish(const templates::View& form, const std::string& step);

    const web::Context& context_;
    const CirculationStatus& status_;
    const db::StopRow* row_ = nullptr;
    std::vector<templates::ErrorLink> errors_;
};

/// The board's meetings to come beside `without`, by date, as choices; the first of them that
/// papers going out today still reach, or else the first, comes as `preselected`.
struct OtherMeetings {
    std::vector<templates::Choice> choices;
    std::string preselected;
};
OtherMeetings other_meetings(const BoardsAhead& ahead, const std::string& board,
                             const std::string& without);

/// What a form says of the PDF that it may carry; a file is not kept when the form comes back.
std::string document_hint(const web::Context& context);
inline constexpr std::string_view choose_again = words::select_again;

/// Adds the owner's forms to `actions`: another stop, the PDF of the version, a new version, the
/// day of the review.
void add_owner_forms(const web::Context& context, db::ReadTx& tx, const CirculationStatus& status,
                     templates::View& view);

}  // namespace server::circulation
