/** What Java runs first in a process of spine's own: it prepares the home folder and hands over to the launcher of bnd. */
package spine.launcher;
