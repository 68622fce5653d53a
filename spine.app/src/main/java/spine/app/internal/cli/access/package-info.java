/** Commands on who may use a serving platform over the network; they work on files of the home, whether it serves or not. */
package spine.app.internal.cli.access;
