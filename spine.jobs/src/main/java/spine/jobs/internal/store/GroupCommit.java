package spine.jobs.internal.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import spine.jobs.internal.store.Database.Work;

/**
 * Commits the work of several threads together, since it is the commit that waits for the disk. While one is under way, those who come
 * wait; then one of them does the work of all in one transaction. Safe for use by many threads.
 *
 * @param <T> what the work returns, not null
 */
public final class GroupCommit<T> {
    private final Database database;
    private final Closing<T> closing;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private List<Member<T>> waiting = new ArrayList<>();
    private boolean busy;

    /**
     * What has to be done once for all before the commit.
     *
     * @param <T> what the work has returned
     */
    @FunctionalInterface
    public interface Closing<T> {
        void of(List<T> results) throws IOException;
    }

    /** @param closing may be run again, as the work */
    public GroupCommit(Database database, Closing<T> closing) {
        this.database = database;
        this.closing = closing;
    }

    /**
     * As {@link Database#write}. The work may be done by another thread, and again if that of others fails.
     *
     * @param order works are done in its order, so that processes do not wait for each other: names the rows that the work holds
     */
    public T write(String order, Work<T, RuntimeException> work) throws IOException {
        Member<T> member = new Member<>(order, work);
        List<Member<T>> group;
        lock.lock();
        try {
            waiting.add(member);
            while (busy && !member.done) {
                ended.awaitUninterruptibly();
            }
            if (member.done) {
                return member.outcome();
            }
            group = waiting;
            waiting = new ArrayList<>();
            busy = true;
        } finally {
            lock.unlock();
        }
        try {
            run(group);
        } finally {
            lock.lock();
            group.forEach(each -> each.done = true);
            busy = false;
            ended.signalAll();
            lock.unlock();
        }
        return member.outcome();
    }

    /** One that fails must not undo the others, so that after a failure each gets a transaction of its own. */
    private void run(List<Member<T>> group) {
        group.sort(Comparator.comparing(member -> member.order));
        if (group.size() == 1 || !attempt(group)) {
            group.forEach(member -> attempt(List.of(member)));
        }
    }

    /** @return whether there is nothing left to try */
    private boolean attempt(List<Member<T>> group) {
        try {
            List<T> results = database.<List<T>, RuntimeException>write(sql -> {
                List<T> all = new ArrayList<>();
                for (Member<T> member : group) {
                    all.add(member.work.on(sql));
                }
                closing.of(all);
                return all;
            });
            for (int i = 0; i < results.size(); i++) {
                group.get(i).result = results.get(i);
            }
            return true;
        } catch (IOException | RuntimeException e) {
            group.forEach(member -> member.failure = e);
            return e instanceof DatabaseException;
        }
    }

    /** Work of one thread, and what became of it: of whoever holds the lock, and of the thread that does it. */
    private static final class Member<T> {
        private final String order;
        private final Work<T, RuntimeException> work;
        private T result;
        private Exception failure;
        private boolean done;

        Member(String order, Work<T, RuntimeException> work) {
            this.order = order;
            this.work = work;
        }

        T outcome() throws IOException {
            if (result != null) {
                return result;
            }
            if (failure instanceof IOException known) {
                throw known;
            }
            throw failure instanceof RuntimeException bug ? bug : new IllegalStateException("the transaction was not finished");
        }
    }
}
