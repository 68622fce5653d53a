package spine.runtime.internal.contract;

/** An answer is not what its interface promises. The message is a part of a sentence: what is wrong, and what is allowed. */
public final class BrokenContractException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenContractException(String message) {
        super(message);
    }
}
