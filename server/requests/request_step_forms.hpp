// The forms of the steps on the page of a request.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/requests.hpp"
#include "server/web/context.hpp"
#include "server/web/page.hpp"
#include "templates/form_fields.hpp"
#include "workflows/requests/agenda_request.hpp"

namespace server::requests {

std::string request_step_address(const db::RequestRow& row, workflows::RequestEvent event);

/// Whether the page is shown again because this very step was refused.
bool was_request_step_refused(const web::Context& context, const db::RequestRow& row,
                              workflows::RequestEvent event);

class RequestStepForms {
  public:
    RequestStepForms(const web::Context& context, db::ReadTx& tx, const db::RequestRow& row)
        : context_(context), tx_(tx), row_(row) {}

    /// Adds a row to `actions`, or nothing where the step has no meeting to choose.
    void add(templates::View& page, workflows::RequestEvent event);

    /// Of the step that was refused.
    const std::vector<templates::ErrorLink>& errors() const { return errors_; }

  private:
    bool takes_day(workflows::RequestEvent event) const;
    templates::Field field(const std::string& name, const std::string& label,
                           const std::string& stored = {}) const;
    void add_offer(templates::View& form) const;
    void add_meetings(templates::View& form, std::vector<templates::Choice> meetings) const;
    void add_edit(templates::View& form) const;
    void add_comment(templates::View& form) const;
    void add_day(templates::View& form) const;
    void add_date(templates::View& form, const web::FieldText& text) const;

    const web::Context& context_;
    db::ReadTx& tx_;
    const db::RequestRow& row_;
    workflows::RequestEvent event_ = workflows::RequestEvent::acknowledge;
    std::vector<templates::ErrorLink> errors_;
};

}  // namespace server::requests
