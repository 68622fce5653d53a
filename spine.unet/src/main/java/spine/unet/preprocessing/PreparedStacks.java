package spine.unet.preprocessing;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import spine.api.image.SliceStack;

/**
 * Hands a prepared stack on from one model to the next: the anatomy and the oedema model of a study usually prepare its stacks alike. What
 * was handed on once is forgotten, and so is what nobody asked for while some other stacks were prepared. Safe for use by many threads.
 */
public final class PreparedStacks {
    /** Stacks that wait at most: those of two studies of three stations. */
    private static final int MOST = 6;

    private final Deque<Waiting> waiting = new ArrayDeque<>();

    /** Held by the identity of the stack, for as long as somebody else holds that. */
    private record Waiting(WeakReference<SliceStack> stack, InputRecipe recipe, PreparedStack prepared) {
    }

    /**
     * The input that the recipe makes of the stack.
     *
     * @param tasks does the planes where there is something to do
     */
    public PreparedStack of(InputRecipe recipe, SliceStack stack, PlaneTasks tasks) {
        PreparedStack handedOn = take(recipe, stack);
        if (handedOn != null) {
            return handedOn;
        }
        PreparedStack prepared = recipe.prepare(stack, tasks);
        keep(new Waiting(new WeakReference<>(stack), recipe, prepared));
        return prepared;
    }

    private synchronized PreparedStack take(InputRecipe recipe, SliceStack stack) {
        PreparedStack found = null;
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext();) {
            Waiting one = each.next();
            boolean wanted = found == null && one.stack().refersTo(stack) && one.recipe().preparesAs(recipe);
            if (wanted) {
                found = one.prepared();
            }
            if (wanted || one.stack().refersTo(null)) {
                each.remove();
            }
        }
        return found;
    }

    private synchronized void keep(Waiting prepared) {
        waiting.addLast(prepared);
        if (waiting.size() > MOST) {
            waiting.removeFirst();
        }
    }
}
