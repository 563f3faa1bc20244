/// A simulated call in the terminal.
@NullMarked
package org.ivrea.server.cli.call;

import org.jspecify.annotations.NullMarked;
