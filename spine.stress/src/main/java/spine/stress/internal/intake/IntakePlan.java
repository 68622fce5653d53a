package spine.stress.internal.intake;

/**
 * What is done.
 *
 * @param studies how many are sent
 * @param senders at the same time
 * @param kills how often the process that receives is killed
 * @param away how often the archive is stopped for a while
 * @param swaps how often the oedema model is swapped
 * @param workers processes that score; of two, one is killed for good
 * @param postgresql whether the queue lies on a server of PostgreSQL
 * @param seed decides everything but the moments at which other processes do something
 */
record IntakePlan(int studies, int senders, int kills, int away, int swaps, int workers, boolean postgresql, long seed) {
}
