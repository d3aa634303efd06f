// libqpdf's headers, which clang 14 cannot read as C++20 by themselves.
#pragma once

#if defined(__clang__) && __clang_major__ < 16
// JSON.hh has a class with a vector of the incomplete class, which this clang refuses with
// libstdc++'s constexpr vector. The other headers only name the class, and we never use it.
#define JSON_HH
class JSON;
#endif

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFNameTreeObjectHelper.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
