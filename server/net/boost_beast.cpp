// Compiles Boost.Beast once, for all that include it with separate compilation.
#include <boost/beast/src.hpp>
