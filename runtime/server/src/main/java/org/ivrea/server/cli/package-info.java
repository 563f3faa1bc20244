/// The command line `ivrea`: one class per command.
@NullMarked
package org.ivrea.server.cli;

import org.jspecify.annotations.NullMarked;
