/** The volume's own paper: the catalogue in its front. */
@NullMarked
package org.zhixing.dossier.paper;

import org.jspecify.annotations.NullMarked;
