// Addresses: what is taken, and everything that must never reach an SMTP dialogue.
#include "mail/address.hpp"

#include <gtest/gtest.h>

namespace mail {
namespace {

TEST(Address, TakesPlainAddresses) {
    for (const char* text :
         {"a@b.example", "sian.jones+board@council.example", "x@localhost",
          "!#$%&'*+-/=?^_`{|}~@a.example", "a@1.2.example", "A.B@xn--bcher-kva.example"}) {
        const auto parsed = Address::parse(text);
        ASSERT_TRUE(parsed) << text;
        EXPECT_EQ(parsed->text(), text);
    }
    EXPECT_EQ(Address::parse("Sian@Council.EXAMPLE")->text(), "Sian@council.example");
    EXPECT_EQ(Address::parse("a.b@c.example")->domain(), "c.example");
}

TEST(Address, RefusesTheRest) {
    const std::string nul("a\0b@c.example", 13);
    for (const std::string& text : {std::string(),
                                    std::string("@"),
                                    std::string("a"),
                                    std::string("a@"),
                                    std::string("@b.example"),
                                    std::string("a@b"),
                                    std::string("a@b@c.example"),
                                    std::string("a b@c.example"),
                                    std::string(" a@b.example"),
                                    std::string("a@b.example "),
                                    std::string(".a@b.example"),
                                    std::string("a.@b.example"),
                                    std::string("a..b@c.example"),
                                    std::string("\"a b\"@c.example"),
                                    std::string("\"a@b\"@c.example"),
                                    std::string("<a@b.example>"),
                                    std::string("a@b.example>"),
                                    std::string("a@[127.0.0.1]"),
                                    std::string("a@-b.example"),
                                    std::string("a@b-.example"),
                                    std::string("a@b..example"),
                                    std::string("a@.example"),
                                    std::string("a@b.example."),
                                    std::string("a@b_c.example"),
                                    std::string("siân@b.example"),
                                    std::string("a@bücher.example"),
                                    std::string("a@b.example\r\nRCPT TO:<evil@x.example>"),
                                    std::string("a\n@b.example"),
                                    std::string("a@b.example,c@d.example"),
                                    std::string("a(comment)@b.example"),
                                    std::string("a\t@b.example"),
                                    std::string("a\x7F@b.example"),
                                    nul,
                                    std::string(65, 'a') + "@b.example",
                                    "a@" + std::string(64, 'b') + ".example",
                                    std::string(64, 'a') + '@' + std::string(63, 'b') + '.' +
                                        std::string(63, 'c') + '.' + std::string(62, 'd')}) {
        const auto parsed = Address::parse(text, "email");
        ASSERT_FALSE(parsed) << text;
        EXPECT_EQ(parsed.error().code, workflows::Code::invalid);
        EXPECT_EQ(parsed.error().field, "email");
    }
}

TEST(Address, EveryByteButTheAllowedOnesIsRefused) {
    constexpr std::string_view allowed =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.";
    for (int byte = 0; byte < 256; ++byte) {
        const std::string text = std::string("a") + static_cast<char>(byte) + "a@b.example";
        const bool good = allowed.find(static_cast<char>(byte)) != allowed.npos;
        EXPECT_EQ(Address::parse(text).has_value(), good) << byte;
    }
}

}  // namespace
}  // namespace mail
