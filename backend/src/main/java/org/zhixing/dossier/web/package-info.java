/** Files over HTTP. */
@NullMarked
package org.zhixing.dossier.web;

import org.jspecify.annotations.NullMarked;
