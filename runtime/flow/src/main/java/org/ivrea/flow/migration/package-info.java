/// Brings documents of older format versions up to date. A migration that was released is never edited again.
@NullMarked
package org.ivrea.flow.migration;

import org.jspecify.annotations.NullMarked;
