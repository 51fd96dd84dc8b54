#pragma once

namespace whofunds::tools {

/// From now on, the first Ctrl-C (SIGINT, or SIGTERM) asks for a stop, after what is under way is finished;
/// the second one ends the program at once, as it does by default.
void heed_interruption();

/// The signal that asked for a stop; 0 where none has.
int interruption();

}  // namespace whofunds::tools
