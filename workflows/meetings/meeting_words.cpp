#include "workflows/meetings/meeting_words.hpp"

namespace workflows {

std::string start_words(const PlannedDate& date, TimeOfDay starts) {
    return date.day() ? date.words() + ", " + spoken_time(starts) : date.words();
}

}  // namespace workflows
