// Compiles Boost.Asio once, for all that include it with separate compilation.
#include <boost/asio/impl/src.hpp>
