// JSON by hand-written pairs: the names on the wire are the names of the members.
#include "templates/documents/pack_json.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <stdexcept>
#include <utility>

namespace templates {
namespace {

namespace json = boost::json;

constexpr std::array pack_texts = {
    std::pair{"title", &PackInput::title},
    std::pair{"language", &PackInput::language},
    std::pair{"created", &PackInput::created},
    std::pair{"board_name", &PackInput::board_name},
    std::pair{"board_code", &PackInput::board_code},
    std::pair{"meeting_title", &PackInput::meeting_title},
    std::pair{"date_words", &PackInput::date_words},
    std::pair{"time_words", &PackInput::time_words},
    std::pair{"place", &PackInput::place},
    std::pair{"contact", &PackInput::contact},
    std::pair{"status", &PackInput::status},
    std::pair{"version", &PackInput::version},
    std::pair{"marking", &PackInput::marking},
};
constexpr std::array item_texts = {
    std::pair{"number", &PackItem::number},       std::pair{"title", &PackItem::title},
    std::pair{"purpose", &PackItem::purpose},     std::pair{"owner", &PackItem::owner},
    std::pair{"presenter", &PackItem::presenter}, std::pair{"minutes", &PackItem::minutes},
    std::pair{"note", &PackItem::note},
};
constexpr std::array paper_texts = {
    std::pair{"title", &PackPaper::title},
    std::pair{"file_name", &PackPaper::file_name},
    std::pair{"path", &PackPaper::path},
};

template <class Record, class Members>
json::object write_texts(const Record& record, const Members& members) {
    json::object result;
    for (const auto& [name, member] : members) {
        result[name] = record.*member;
    }
    return result;
}

template <class Record, class Members>
Record read_texts(const json::object& object, const Members& members) {
    Record record;
    for (const auto& [name, member] : members) {
        record.*member = json::value_to<std::string>(object.at(name));
    }
    return record;
}

std::size_t read_size(const json::object& object, const char* name) {
    return json::value_to<std::size_t>(object.at(name));
}

bool read_bool(const json::object& object, const char* name) {
    return object.at(name).as_bool();
}

PackItem read_item(const json::value& value) {
    PackItem item = read_texts<PackItem>(value.as_object(), item_texts);
    for (const json::value& paper : value.as_object().at("papers").as_array()) {
        item.papers.push_back(read_texts<PackPaper>(paper.as_object(), paper_texts));
        item.papers.back().page_count = read_size(paper.as_object(), "page_count");
    }
    return item;
}

PackItemPlace read_place(const json::value& value) {
    PackItemPlace place;
    place.divider_page = read_size(value.as_object(), "divider_page");
    for (const json::value& paper : value.as_object().at("papers").as_array()) {
        place.papers.push_back({read_size(paper.as_object(), "first_page"),
                                read_size(paper.as_object(), "page_count")});
    }
    return place;
}

PdfVerdict read_verdict(const json::value& value) {
    constexpr std::array verdicts = {PdfVerdict::good,     PdfVerdict::not_a_pdf,
                                     PdfVerdict::locked,   PdfVerdict::broken,
                                     PdfVerdict::no_pages, PdfVerdict::too_many_pages};
    const auto* const found = std::find_if(
        verdicts.begin(), verdicts.end(),
        [&value](PdfVerdict verdict) { return value.as_string() == name_of(verdict); });
    if (found == verdicts.end()) {
        throw std::invalid_argument("unknown verdict");
    }
    return *found;
}

}  // namespace

std::string to_json(const PackInput& input) {
    json::object result = write_texts(input, pack_texts);
    json::array items;
    for (const PackItem& item : input.items) {
        json::object item_object = write_texts(item, item_texts);
        json::array papers;
        for (const PackPaper& paper : item.papers) {
            json::object paper_object = write_texts(paper, paper_texts);
            paper_object["page_count"] = paper.page_count;
            papers.push_back(std::move(paper_object));
        }
        item_object["papers"] = std::move(papers);
        items.push_back(std::move(item_object));
    }
    result["items"] = std::move(items);
    return json::serialize(result);
}

PackInput parse_pack_input(std::string_view text) {
    const json::value value = json::parse(text);
    PackInput input = read_texts<PackInput>(value.as_object(), pack_texts);
    for (const json::value& item : value.as_object().at("items").as_array()) {
        input.items.push_back(read_item(item));
    }
    return input;
}

std::string to_json(const PackPlan& plan) {
    json::array items;
    for (const PackItemPlace& place : plan.items) {
        json::array papers;
        for (const PackPaperPlace& paper : place.papers) {
            papers.push_back({{"first_page", paper.first_page}, {"page_count", paper.page_count}});
        }
        items.push_back({{"divider_page", place.divider_page}, {"papers", std::move(papers)}});
    }
    return json::serialize(json::object{{"agenda_page", plan.agenda_page},
                                        {"page_count", plan.page_count},
                                        {"items", std::move(items)}});
}

PackPlan parse_pack_plan(std::string_view text) {
    const json::value value = json::parse(text);
    const json::object& object = value.as_object();
    PackPlan plan{read_size(object, "agenda_page"), read_size(object, "page_count"), {}};
    for (const json::value& item : object.at("items").as_array()) {
        plan.items.push_back(read_place(item));
    }
    return plan;
}

std::string to_json(const PdfInspection& inspection) {
    return json::serialize(json::object{{"verdict", name_of(inspection.verdict)},
                                        {"page_count", inspection.page_count},
                                        {"title", inspection.title},
                                        {"is_tagged", inspection.is_tagged},
                                        {"has_text", inspection.has_text},
                                        {"has_active_content", inspection.has_active_content}});
}

PdfInspection parse_pdf_inspection(std::string_view text) {
    const json::value value = json::parse(text);
    const json::object& object = value.as_object();
    return {read_verdict(object.at("verdict")),
            read_size(object, "page_count"),
            json::value_to<std::string>(object.at("title")),
            read_bool(object, "is_tagged"),
            read_bool(object, "has_text"),
            read_bool(object, "has_active_content")};
}

}  // namespace templates
