/// Rules for whole flows and projects: what no node can see by itself. Each rule is one file; docs/checks.md explains
/// every code.
@NullMarked
package org.ivrea.engine.check;

import org.jspecify.annotations.NullMarked;
