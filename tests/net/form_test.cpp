// Urlencoded and multipart forms, and the strict headers as a function.
#include "server/web/form.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "server/base/limits.hpp"
#include "server/net/security_headers.hpp"
#include "server/web/multipart.hpp"
#include "tests/net/server_fixture.hpp"
#include "workflows/text/utf8.hpp"

namespace {

using namespace server;
using namespace server::net;
using namespace server::web;
namespace limits = server::base::limits;
using workflows::Code;

constexpr std::string_view urlencoded = "application/x-www-form-urlencoded; charset=UTF-8";
constexpr std::string_view type = "multipart/form-data; boundary=XX";

TEST(Form, DecodesFields) {
    const auto form =
        read_form("title=Caf%C3%A9+%26%20tea&board=a&board=b&empty=&bare&=x&&", urlencoded);
    ASSERT_TRUE(form);
    EXPECT_EQ(form->get("title"), "Caf\xC3\xA9 & tea");
    EXPECT_EQ(form->all("board"), (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(form->has("empty"));
    EXPECT_TRUE(form->has("bare"));
    EXPECT_FALSE(form->has("absent"));
    EXPECT_EQ(form->get("absent"), "");
}

TEST(Form, RefusesWhatCannotBeDecoded) {
    for (const char* body : {"a=%", "a=%4", "a=%zz", "%00=a", "a=%00", "a=%FF", "a=%C0%AF",
                             "a=%ED%A0%80", "a=%F4%90%80%80", "a=%E2%82"})
        EXPECT_EQ(read_form(body, urlencoded).error().code, Code::invalid) << body;
    EXPECT_EQ(read_form("a=b", "text/plain").error().code, Code::invalid);
    EXPECT_TRUE(read_form("a=%F0%9F%98%80", urlencoded));
}

TEST(Form, BoundsTheNumberOfFields) {
    std::string body;
    for (std::size_t i = 0; i < limits::form_fields_max; ++i)
        body += "a=b&";
    EXPECT_TRUE(read_form(body, urlencoded));
    EXPECT_EQ(read_form(body + "a=b", urlencoded).error().code, Code::too_large);
}

workflows::Result<MultipartForm> read(const std::string& body, const MultipartLimits& bounds = {}) {
    std::istringstream stream(body);
    return read_multipart(stream, type, bounds);
}

std::string part(const std::string& disposition, const std::string& content,
                 const std::string& fields = "") {
    return "--XX\r\nContent-Disposition: form-data; " + disposition + "\r\n" + fields + "\r\n" +
           content + "\r\n";
}

TEST(Multipart, ReadsFieldsAndFiles) {
    const std::string content("%PDF\r\n--X\r\n-\0\r", 15);
    const std::string body =
        part("name=\"title\"", "Caf\xC3\xA9\r\nline two") +
        part("name=\"paper\"; filename=\"C:\\docs\\report %22one%22.pdf\"", content,
             "Content-Type: Application/PDF\r\n") +
        part("name=\"none\"; filename=\"\"", "", "Content-Type: application/octet-stream\r\n") +
        part("name=board", "a") + part("name=board", "") + "--XX--\r\n";
    const auto form = read(body);
    ASSERT_TRUE(form) << form.error().message;
    EXPECT_EQ(form->fields.get("title"), "Caf\xC3\xA9\r\nline two");
    EXPECT_EQ(form->fields.all("board").size(), 2U);
    ASSERT_EQ(form->files.size(), 1U);
    const FilePart* paper = form->file("paper");
    ASSERT_NE(paper, nullptr);
    EXPECT_EQ(paper->file_name, "report \"one\".pdf");
    EXPECT_EQ(paper->content_type, "application/pdf");
    EXPECT_EQ(body.substr(paper->offset, paper->size), content);
    EXPECT_EQ(form->file("none"), nullptr);
}

TEST(Multipart, FindsBoundariesAcrossBlocks) {
    // Contents of every size around one block put the delimiter across its end.
    for (std::size_t size = 65'536 - 90; size < 65'536 + 10; ++size) {
        const std::string content(size, '\r');
        const auto form = read(part("name=\"a\"; filename=\"f\"", content) +
                               part("name=\"b\"", "tail") + "--XX--");
        ASSERT_TRUE(form) << size;
        EXPECT_EQ(form->files.at(0).size, size);
        EXPECT_EQ(form->fields.get("b"), "tail");
    }
}

TEST(Multipart, ReadsAndCopiesPartsOfAFile) {
    tests::TemporaryDirectory directory;
    const auto body_file = directory.path() / "body";
    const std::string content(200'000, 'q');
    std::ofstream(body_file, std::ios::binary)
        << part("name=\"a\"; filename=\"f.txt\"", content) + "--XX--\r\n";
    const auto form = read_multipart(body_file, type);
    ASSERT_TRUE(form);
    EXPECT_EQ(read_part(body_file, form->files.at(0)), content);
    copy_part(body_file, form->files.at(0), directory.path() / "copy");
    EXPECT_EQ(std::filesystem::file_size(directory.path() / "copy"), content.size());
    FilePart beyond = form->files.at(0);
    beyond.size += 1000;
    EXPECT_THROW(read_part(body_file, beyond), std::runtime_error);
    EXPECT_THROW(read_multipart(directory.path() / "missing", type), std::runtime_error);
    EXPECT_EQ(read_multipart(std::filesystem::path(), type).error().code, Code::invalid);
}

TEST(Multipart, RefusesMalformedForms) {
    const std::string good = part("name=\"a\"", "x");
    const std::vector<std::string> bodies{
        "",
        "--XX",
        "--XX\r\n",
        "--XX--x",
        good,
        good + "--XX",
        good + "--XX-",
        good + "--XX--\r\nx",
        "x" + good + "--XX--",
        good + "--XXY\r\n",
        part("filename=\"f\"", "x") + "--XX--",
        part("name=\"a", "x") + "--XX--",
        part("name=\"a\"; name=\"b\"", "x") + "--XX--",
        part("name=\"a\"; filename=\"f\"; filename=\"g\"", "x") + "--XX--",
        part("name=\"\xFF\"", "x") + "--XX--",
        part("name=\"a\"", "\xFF") + "--XX--",
        part("name=\"a\"", std::string(1, '\0')) + "--XX--",
        part("name=\"a\"", "x", "Content-Transfer-Encoding: base64\r\n") + "--XX--",
        part("name=\"a\"", "x", "Content-Disposition: form-data; name=\"b\"\r\n") + "--XX--",
        part("name=\"a\"", "x", "no colon\r\n") + "--XX--",
        part("name=\"a\"", "x", " fold\r\n") + "--XX--",
        "--XX\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--XX--",
        "--XX\r\n\r\nx\r\n--XX--",
        "--XX\r\nContent-Type: a/b\r\n\r\nx\r\n--XX--"};
    for (const std::string& body : bodies) {
        const auto form = read(body);
        ASSERT_FALSE(form) << body;
        EXPECT_EQ(form.error().code, Code::invalid) << body;
        EXPECT_FALSE(form.error().message.empty());
    }
}

TEST(Multipart, NeverTakesACutBodyForAWholeOne) {
    const std::string body =
        part("name=\"t\"", "text") + part("name=\"a\"; filename=\"f\"", "some content") + "--XX--";
    EXPECT_TRUE(read(body));
    for (std::size_t size = 0; size < body.size(); ++size)
        EXPECT_FALSE(read(body.substr(0, size))) << size;
}

TEST(Multipart, KeepsItsLimits) {
    const auto too_large = [](const std::string& body, const MultipartLimits& bounds) {
        const auto form = read(body + "--XX--", bounds);
        return !form && form.error().code == Code::too_large;
    };
    const std::string field = part("name=\"a\"", "12345");
    const std::string file = part("name=\"a\"; filename=\"f\"", "12345");
    EXPECT_TRUE(read(field + field + "--XX--", {.parts_max = 2, .text_bytes_max = 10}));
    EXPECT_TRUE(too_large(field + field, {.parts_max = 1}));
    EXPECT_TRUE(too_large(field + field, {.text_bytes_max = 9}));
    EXPECT_TRUE(too_large(file + file, {.files_max = 1}));
    EXPECT_TRUE(too_large(part("name=\"a\"", "", "X: " + std::string(500, 'y') + "\r\n"),
                          {.head_bytes_max = 100}));
    EXPECT_TRUE(too_large("--XX\r\n" + std::string(100'000, 'y'), {}));
}

TEST(Multipart, WantsAProperBoundary) {
    for (const char* wrong :
         {"text/plain; boundary=XX", "multipart/form-data", "multipart/form-data; boundary=",
          "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=a\x01",
          "multipart/form-data; boundary=a; boundary=b", "multipart/form-data; boundary=\"a \""})
        EXPECT_FALSE(is_multipart(wrong)) << wrong;
    EXPECT_FALSE(is_multipart("multipart/form-data; boundary=" + std::string(71, 'a')));
    EXPECT_TRUE(is_multipart("Multipart/Form-Data; charset=utf-8; boundary=\"a b\""));
}

TEST(Multipart, SanitisesFileNames) {
    EXPECT_EQ(sanitise_file_name("../../etc/passwd"), "passwd");
    EXPECT_EQ(sanitise_file_name("a\x01\r\n.pdf"), "a.pdf");
    EXPECT_EQ(sanitise_file_name("..."), "file");
    EXPECT_EQ(sanitise_file_name(""), "file");
    EXPECT_EQ(sanitise_file_name("\xFF.pdf"), "file");
    EXPECT_EQ(sanitise_file_name(" .hidden. "), "hidden");
    std::string longest;
    for (int i = 0; i < 200; ++i)
        longest += "\xC3\xA9";
    const std::string kept = sanitise_file_name(longest + ".pdf");
    EXPECT_LE(kept.size(), limits::file_name_bytes_max);
    EXPECT_TRUE(kept.ends_with("\xC3\xA9.pdf"));
    EXPECT_TRUE(workflows::text::is_utf8(kept));
}

TEST(SecurityHeaders, AreAddedOnce) {
    const auto lines = [](const Response& response, Channel channel) {
        std::string head;
        append_security_headers(head, response, channel);
        return std::count(head.begin(), head.end(), '\n');
    };
    Response response;
    EXPECT_EQ(lines(response, Channel::secure), 7);
    response.headers.emplace_back("Referrer-Policy", "no-referrer");
    EXPECT_EQ(lines(response, Channel::secure), 6);
    Response json;
    json.content_type = "application/json";
    EXPECT_EQ(lines(json, Channel::plain), 5);
}

}  // namespace
