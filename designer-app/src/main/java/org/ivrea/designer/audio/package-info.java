/// Sound as telephones carry it: files, tones, playback, and a synthetic voice for drafts. Knows nothing of windows.
@NullMarked
package org.ivrea.designer.audio;

import org.jspecify.annotations.NullMarked;
