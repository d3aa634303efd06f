#include "templates/figures/svg.hpp"

#include <algorithm>
#include <array>

#include "templates/figures/words.hpp"

namespace templates::figures {
namespace {

constexpr int key_gap = 20;

std::string number(int value) {
    return std::to_string(value);
}

std::string pair(Point at) {
    return number(at.x) + "," + number(at.y);
}

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}

std::string_view dash_pattern(Dash dash) {
    return dash == Dash::dashed ? "6 4" : "2 4";
}

std::string stroke(Ink ink, int width, Dash dash) {
    auto text = attribute("stroke", colour(ink)) + attribute("stroke-width", number(width));
    if (dash != Dash::none) text += attribute("stroke-dasharray", dash_pattern(dash));
    return text;
}

std::string circle(Point at, int radius, Ink fill, const std::string& edge) {
    return "<circle cx=\"" + number(at.x) + "\" cy=\"" + number(at.y) + "\" r=\"" + number(radius) +
           "\"" + attribute("fill", colour(fill)) + edge + "/>\n";
}

std::string polygon(const std::vector<Point>& points, Ink fill, Ink edge) {
    std::string list;
    for (const auto point : points)
        list += (list.empty() ? "" : " ") + pair(point);
    return "<polygon points=\"" + list + "\"" + attribute("fill", colour(fill)) +
           stroke(edge, 2, Dash::none) + "/>\n";
}

std::string path(const std::string& steps, Ink fill, const std::string& edge) {
    return "<path d=\"" + steps + "\"" + attribute("fill", colour(fill)) + edge + "/>\n";
}

std::vector<Point> around(Point at, int r) {
    return {{at.x, at.y - r}, {at.x + r, at.y}, {at.x, at.y + r}, {at.x - r, at.y}};
}

std::string half_disc(Point at, Ink ink) {
    const int r = mark_radius;
    return circle(at, r, Ink::ground, stroke(ink, 2, Dash::none)) +
           path("M" + pair({at.x, at.y - r}) + " A" + number(r) + "," + number(r) + " 0 0 0 " +
                    pair({at.x, at.y + r}) + " Z",
                ink, "");
}

std::string cross(Point at, Ink ink) {
    const int r = mark_radius - 2;
    // On a ground of its own, so that a line through it does not hide the shape.
    return circle(at, mark_radius, Ink::ground, "") +
           path("M" + pair({at.x - r, at.y - r}) + " L" + pair({at.x + r, at.y + r}) + " M" +
                    pair({at.x - r, at.y + r}) + " L" + pair({at.x + r, at.y - r}),
                Ink::ground, stroke(ink, 3, Dash::none));
}

std::string square(Point at, Ink ink) {
    const int r = mark_radius - 1;
    return polygon(
        {{at.x - r, at.y - r}, {at.x + r, at.y - r}, {at.x + r, at.y + r}, {at.x - r, at.y + r}},
        ink, ink);
}

std::string triangle(Point at, Ink ink) {
    const int r = mark_radius;
    return polygon({{at.x, at.y - r}, {at.x + r, at.y + r - 1}, {at.x - r, at.y + r - 1}}, ink,
                   ink);
}

std::string bar(Point at, Ink ink) {
    return path(
        "M" + pair({at.x, at.y - mark_radius - 1}) + " L" + pair({at.x, at.y + mark_radius + 1}),
        Ink::ground, stroke(ink, 3, Dash::none));
}

}  // namespace

bool overlap(const Box& a, const Box& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

std::string_view colour(Ink ink) {
    static constexpr std::array<std::string_view, 10> colours{
        "#0b0c0c", "#484949", "#b1b4b6", "#1b5e4b", "#8a5a00",
        "#1a5a96", "#b3190f", "#54319f", "#ffffff", "#eef2f1"};
    return colours.at(static_cast<std::size_t>(ink));
}

std::string inline_svg(const Picture& picture) {
    if (picture.empty()) return {};
    const auto width = number(picture.width);
    const auto height = number(picture.height);
    return "<svg class=\"sm-fig__svg\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 " +
           width + " " + height + "\"" + attribute("width", width) + attribute("height", height) +
           " font-family=\"Helvetica Neue, Helvetica, Arial, sans-serif\">\n" + picture.marks +
           "</svg>";
}

std::string svg_file(const Picture& picture, std::string_view title) {
    if (picture.empty()) {
        constexpr std::string_view words = figure_words::nothing_to_show;
        Drawing drawing;
        drawing.text({16, 24}, words);
        return svg_file(drawing.finish(text_width(words, TextStyle{}.size) + 32, 40), title);
    }
    const auto width = number(picture.width);
    const auto height = number(picture.height);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " + width + " " +
           height + "\"" + attribute("width", width) + attribute("height", height) +
           " font-family=\"Helvetica Neue, Helvetica, Arial, sans-serif\">\n<title>" +
           escaped(title) + "</title>\n" + picture.marks + "</svg>\n";
}

Drawing& Drawing::line(Point from, Point to, Ink ink, int width, Dash dash) {
    marks_ += "<line" + attribute("x1", number(from.x)) + attribute("y1", number(from.y)) +
              attribute("x2", number(to.x)) + attribute("y2", number(to.y)) +
              stroke(ink, width, dash) + "/>\n";
    return *this;
}

Drawing& Drawing::polyline(const std::vector<Point>& points, Ink ink, int width, Dash dash) {
    std::string list;
    for (const auto point : points)
        list += (list.empty() ? "" : " ") + pair(point);
    marks_ += "<polyline points=\"" + list + "\" fill=\"none\"" + stroke(ink, width, dash) + "/>\n";
    return *this;
}

Drawing& Drawing::curve(Point from, Point by, Point to, Ink ink, int width, Dash dash) {
    marks_ += "<path d=\"M" + pair(from) + " Q" + pair(by) + " " + pair(to) + "\" fill=\"none\"" +
              stroke(ink, width, dash) + "/>\n";
    return *this;
}

Drawing& Drawing::box(const Box& box, Ink fill, Ink edge, int radius, Dash dash) {
    marks_ += "<rect" + attribute("x", number(box.left)) + attribute("y", number(box.top)) +
              attribute("width", number(box.right - box.left)) +
              attribute("height", number(box.bottom - box.top));
    if (radius > 0) marks_ += attribute("rx", number(radius));
    marks_ += attribute("fill", colour(fill)) + stroke(edge, 1, dash) + "/>\n";
    return *this;
}

Drawing& Drawing::mark(Mark mark, Point at, Ink ink) {
    const auto edge = stroke(ink, 2, Dash::none);
    switch (mark) {
        case Mark::disc:
            marks_ += circle(at, mark_radius, ink, edge);
            break;
        case Mark::half_disc:
            marks_ += half_disc(at, ink);
            break;
        case Mark::ring:
            marks_ += circle(at, mark_radius, Ink::ground, edge);
            break;
        case Mark::dashed_ring:
            marks_ +=
                circle(at, mark_radius, Ink::ground, edge + attribute("stroke-dasharray", "4 3"));
            break;
        case Mark::diamond:
            marks_ += polygon(around(at, mark_radius), ink, ink);
            break;
        case Mark::open_diamond:
            marks_ += polygon(around(at, mark_radius), Ink::ground, ink);
            break;
        case Mark::square:
            marks_ += square(at, ink);
            break;
        case Mark::triangle:
            marks_ += triangle(at, ink);
            break;
        case Mark::cross:
            marks_ += cross(at, ink);
            break;
        case Mark::bar:
            marks_ += bar(at, ink);
            break;
    }
    return *this;
}

Drawing& Drawing::text(Point at, std::string_view text, const TextStyle& style) {
    marks_ += "<text" + attribute("x", number(at.x)) + attribute("y", number(at.y)) +
              attribute("font-size", number(style.size)) + attribute("fill", colour(style.ink));
    if (style.weight == Weight::bold) marks_ += attribute("font-weight", "bold");
    if (style.anchor != Anchor::start)
        marks_ += attribute("text-anchor", style.anchor == Anchor::end ? "end" : "middle");
    if (style.halo) {
        marks_ += stroke(Ink::ground, 4, Dash::none) + attribute("stroke-linejoin", "round") +
                  attribute("paint-order", "stroke");
    }
    marks_ += ">" + escaped(text) + "</text>\n";
    return *this;
}

Drawing& Drawing::link(std::string_view href) {
    if (href.empty()) return *this;
    marks_ += "<a href=\"" + escaped(href) + "\" tabindex=\"-1\">\n";
    in_link_ = true;
    return *this;
}

Drawing& Drawing::end_link() {
    if (in_link_) marks_ += "</a>\n";
    in_link_ = false;
    return *this;
}

Picture Drawing::finish(int width, int height) {
    Picture picture{width, height, ""};
    picture.marks = "<rect width=\"" + number(width) + "\" height=\"" + number(height) + "\"" +
                    attribute("fill", colour(Ink::ground)) + "/>\n" + marks_;
    marks_.clear();
    return picture;
}

int key_width(const std::vector<KeyEntry>& entries) {
    int width = 0;
    for (const auto& entry : entries)
        width += 3 * mark_radius + text_width(entry.words, TextStyle{}.size) + key_gap;
    return width;
}

int draw_key(Drawing& drawing, Point at, const std::vector<KeyEntry>& entries) {
    const int start = at.x;
    for (const auto& entry : entries) {
        drawing.mark(entry.mark, {at.x + mark_radius, at.y}, entry.ink);
        drawing.text({at.x + 3 * mark_radius, at.y + 5}, entry.words);
        at.x += key_width({entry});
    }
    return at.x - start;
}

}  // namespace templates::figures
