// How an operation that a user can make fail says so: Result<T> holds a value or an Error.
#pragma once

#include <boost/system/result.hpp>
#include <string>
#include <utility>

namespace workflows {

enum class Code {
    invalid,    // the input cannot be right: `field` names it, `message` says how to mend it
    not_found,  // no such thing, or none that this viewer may know of
    forbidden,  // the viewer may know of it and may not do this
    conflict,   // another thing stands in the way (a second chair, a used name)
    refused,    // the workflow has no such step from here
    stale,      // somebody else changed it since the form was opened
    too_many,   // a limit was reached; try later
    too_large   // the body or file is over its limit
};

/// What the user is told. `message` is a whole sentence with the remedy; it never holds SQL, paths
/// or secrets. `field` is the name of the form field, or empty.
struct Error {
    Code code = Code::invalid;
    std::string message;
    std::string field = {};
};

[[noreturn]] void throw_exception_from_error(const Error& error, const boost::source_location&);

template <class T>
using Result = boost::system::result<T, Error>;

inline Error invalid(std::string field, std::string message) {
    return {Code::invalid, std::move(message), std::move(field)};
}
inline Error not_found(std::string message) {
    return {Code::not_found, std::move(message)};
}
inline Error refused(std::string message) {
    return {Code::refused, std::move(message)};
}
inline Error conflict(std::string field, std::string message) {
    return {Code::conflict, std::move(message), std::move(field)};
}

}  // namespace workflows
