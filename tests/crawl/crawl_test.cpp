// The net below every change that should change nothing: each page of the route table as each
// person of the access matrix, every letter, and all that is not HTML, against expected.txt.
#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "server/site/site.hpp"
#include "tests/crawl/addresses.hpp"
#include "tests/crawl/answers.hpp"
#include "tests/crawl/county.hpp"
#include "tests/crawl/fixed_ids.hpp"
#include "tests/crawl/letters.hpp"
#include "tests/crawl/links.hpp"
#include "tests/crawl/masks.hpp"

namespace {

using crawl::Words;

// Without what the browser keeps for itself and what is made of the unmasked body.
std::string whole_answer(const tests::Page& page) {
    std::string text = std::to_string(page.status) + "\n";
    for (const auto& [name, value] : page.headers)
        if (name != "etag" && name != "set-cookie") text += name + ": " + value + "\n";
    return text + "\n" + page.body;
}

class Crawler {
  public:
    Crawler() : answers_(SHIREMOOT_BINARY_DIR "/tests/crawl", policy::parts.size()) {
        crawl::play_county(app_);
        names_ = std::make_unique<crawl::Names>(app_);
        for (const auto& part : policy::parts)
            browsers_.push_back(app_.browser(std::string(part.person)));
    }

    void crawl_routes() {
        for (const auto& route : server::site::routes()) {
            if (route.page == nullptr) continue;
            const auto addresses = crawl::addresses_of(app_, route.address.pattern);
            EXPECT_FALSE(addresses.empty())
                << route.address.pattern
                << ": addresses.hpp says nothing that stands for its parameters";
            for (const auto& address : addresses)
                visit(address);
        }
    }

    /// What the pages themselves link with a question mark: lists that are filtered, forms that
    /// are filled in.
    void crawl_links() {
        for (const auto& address : links_.chosen())
            visit(address);
    }

    void crawl_letters() {
        for (const auto& letter : crawl::letters(app_)) {
            add(letter.name, 0, "outbox", letter.text);
            const auto link = crawl::link_in(letter.text);
            if (link.empty()) continue;
            for (const auto* below : {"", "/document.pdf"}) {
                const auto page = browsers_.front().get(link + below);
                add(letter.name + "/link" + below, page.status, "public", whole_answer(page));
            }
        }
    }

    const crawl::Answers& answers() const { return answers_; }

  private:
    void visit(const std::string& address) {
        for (std::size_t i = 0; i < browsers_.size(); ++i) {
            const auto page = browsers_[i].get(address);
            EXPECT_LT(page.status, 500) << address << " by " << policy::parts[i].name;
            if (add(address, page.status, std::string(policy::parts[i].name), whole_answer(page)))
                links_.gather(*names_, page.body);
        }
    }
    bool add(const std::string& address, int status, const std::string& role,
             const std::string& text) {
        return answers_.add(crawl::masked(*names_, address), status, role,
                            crawl::masked(*names_, text));
    }

    tests::TestApp app_{std::make_unique<crawl::FixedIds>()};
    crawl::Answers answers_;
    std::unique_ptr<crawl::Names> names_;
    std::vector<tests::Browser> browsers_;
    crawl::Links links_;
};

TEST(Crawl, EverybodyIsAnsweredAsBefore) {
    Crawler crawler;
    ASSERT_FALSE(HasFailure()) << "the county did not come out as county.txt tells it";
    crawler.crawl_routes();
    crawler.crawl_links();
    crawler.crawl_letters();
    const auto& answers = crawler.answers();
    const std::string path = SHIREMOOT_SOURCE_DIR "/tests/crawl/expected.txt";
    const auto expected = crawl::read_file(path);
    const auto difference = answers.difference(expected);
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
        std::ofstream(path, std::ios::binary) << answers.text();
    } else {
        EXPECT_TRUE(difference.empty())
            << difference << "UPDATE_GOLDEN=1 accepts the change, once it was looked at";
    }
    answers.tidy_up(expected);
}

}  // namespace
