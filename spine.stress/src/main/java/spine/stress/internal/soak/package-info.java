/**
 * A soak: for as long as one likes, whatever may happen to an installation happens to one, drawn from a seed, and after every event
 * it is checked that nothing is wrong, lost or left. {@link spine.stress.internal.soak.Soak} is the run; it starts the launcher as a
 * user would, so that its processes can be killed.
 */
package spine.stress.internal.soak;
