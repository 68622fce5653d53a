/**
 * The process. {@link spine.app.internal.launcher.StartLevelControl} starts the compute engine and the models when a command needs
 * them; {@link spine.app.internal.launcher.StandaloneRuntime} gives a process of spine's own its log and an end in order, which a
 * container that belongs to others has itself.
 */
package spine.app.internal.launcher;
