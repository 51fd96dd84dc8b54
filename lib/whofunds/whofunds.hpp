#pragma once

// The whole library for one who wants it in ten lines: see examples/ten_lines.cpp.

#include "whofunds/exchange/csv_tables.hpp"
#include "whofunds/exchange/cypher.hpp"
#include "whofunds/exchange/follow_the_money.hpp"
#include "whofunds/exchange/gexf.hpp"
#include "whofunds/exchange/graphml.hpp"
#include "whofunds/exchange/json_lines.hpp"
#include "whofunds/exchange/reading.hpp"
#include "whofunds/extraction/extractor.hpp"
#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/language/share.hpp"
#include "whofunds/query/funders.hpp"
#include "whofunds/query/path.hpp"
#include "whofunds/query/show.hpp"
#include "whofunds/query/stats.hpp"
#include "whofunds/render/dot.hpp"
#include "whofunds/render/page.hpp"
#include "whofunds/render/picture.hpp"
#include "whofunds/store/store.hpp"
#include "whofunds/text/reading.hpp"
