// Steps that tests of agendas, papers and packs share: the county's secretaries at work.
#pragma once

#include <string>

#include "templates/documents/sample_paper.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace tests {

/// Adds an item as the signed-in secretary would; its id.
inline std::string add_item(TestApp& app, Browser& secretary, const std::string& meeting,
                            const std::string& title, Fields fields = {}) {
    const auto form = "/meetings/" + meeting + "/agenda/new";
    secretary.get(form);
    fields.emplace_back("title", title);
    secretary.submit(form, fields);
    return item_titled(app, title);
}

/// The PDF of the newest version of a document that goes round; `circulation` is its page.
inline Page add_document(Browser& owner, const std::string& circulation) {
    owner.get(circulation);
    return owner.submit_file(circulation + "/file", "paper", "draft.pdf",
                             templates::sample_paper({.title = "Draft", .author = "HWB"}));
}

/// Publishes the agenda as it stands.
inline Page publish(Browser& secretary, const std::string& meeting, const Fields& fields = {}) {
    const auto form = "/meetings/" + meeting + "/publish";
    secretary.get(form);
    return secretary.submit(form, fields);
}

}  // namespace tests
