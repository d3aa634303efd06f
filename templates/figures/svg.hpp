// Draws pictures as SVG markup: whole numbers only, so that a picture can be compared line by line.
// Knows nothing of boards or meetings, and includes nothing of ours.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace templates::figures {

struct Point {
    int x = 0;
    int y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

/// Left and top belong to it, right and bottom are its first pixels outside.
struct Box {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};
bool overlap(const Box& a, const Box& b);

/// A finished drawing. `marks` is markup between the <svg> tags.
struct Picture {
    int width = 0;
    int height = 0;
    std::string marks = {};
    bool empty() const { return marks.empty(); }
};

/// For a page: hidden from assistive techniques, since the table beside it has the same facts and
/// the links. Empty for an empty picture.
std::string inline_svg(const Picture& picture);
/// A file of its own: `title` is its accessible name. An empty picture says that there is nothing
/// to draw. Leave links out of it: it is read away from the server.
std::string svg_file(const Picture& picture, std::string_view title);

/// Text as XML holds it: markup escaped, characters that XML 1.0 forbids and broken UTF-8 as
/// U+FFFD.
std::string escaped(std::string_view text);

enum class Weight : std::uint8_t { normal, bold };

/// Width in pixels by Helvetica's own table of advances, rounded up. Other characters than ASCII
/// count as wide ones, so that a text is never wider than is said here by much.
int text_width(std::string_view text, int size, Weight weight = Weight::normal);
/// The text, or its beginning with an ellipsis, at most `width_max` wide.
std::string cut_text(std::string_view text, int size, int width_max,
                     Weight weight = Weight::normal);
/// Broken between words into at most `lines_max` lines of at most `width_max`; what does not fit is
/// cut.
std::vector<std::string> wrap_text(std::string_view text, int size, int width_max,
                                   std::size_t lines_max, Weight weight = Weight::normal);

/// Each has a contrast with the white ground of at least 4.5:1, but `line`, which only guides.
enum class Ink : std::uint8_t { ink, quiet, line, brand, amber, blue, red, purple, ground, pale };
std::string_view colour(Ink ink);

enum class Dash : std::uint8_t { none, dashed, dotted };
enum class Anchor : std::uint8_t { start, middle, end };

/// Told apart by their shape; the colour only helps to find them again.
enum class Mark : std::uint8_t {
    disc,
    half_disc,
    ring,
    dashed_ring,
    diamond,
    open_diamond,
    square,
    triangle,
    cross,
    bar
};
inline constexpr int mark_radius = 7;

struct TextStyle {
    int size = 14;
    Ink ink = Ink::ink;
    Weight weight = Weight::normal;
    Anchor anchor = Anchor::start;
    bool halo = false;  // a white edge, for words that a line may cross
};
inline constexpr int line_height = 18;  // of text of size 14

class Drawing {
  public:
    Drawing& line(Point from, Point to, Ink ink, int width = 1, Dash dash = Dash::none);
    Drawing& polyline(const std::vector<Point>& points, Ink ink, int width = 2,
                      Dash dash = Dash::none);
    /// A curve from `from` to `to` that leans towards `by`.
    Drawing& curve(Point from, Point by, Point to, Ink ink, int width = 2, Dash dash = Dash::none);
    Drawing& box(const Box& box, Ink fill, Ink edge, int radius = 0, Dash dash = Dash::none);
    Drawing& mark(Mark mark, Point at, Ink ink);
    /// `at` is on the base line.
    Drawing& text(Point at, std::string_view text, const TextStyle& style = {});
    /// All that is drawn until end_link() leads there; an empty address leads nowhere. Out of the
    /// order of the Tab key: the table has the same links.
    Drawing& link(std::string_view href);
    Drawing& end_link();

    /// On a white ground of this size. The drawing is empty afterwards.
    Picture finish(int width, int height);

  private:
    std::string marks_;
    bool in_link_ = false;
};

/// A row of marks with their words, from the left; returns how wide it is.
struct KeyEntry {
    Mark mark = Mark::disc;
    Ink ink = Ink::ink;
    std::string words = {};
};
int draw_key(Drawing& drawing, Point at, const std::vector<KeyEntry>& entries);
/// How wide draw_key() would be.
int key_width(const std::vector<KeyEntry>& entries);

}  // namespace templates::figures
