package spine.api.delivery;

/** A destination did not accept everything; the message is a sentence that says why, without data of a patient. */
public final class DeliveryException extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean worthTrying;

    /** @param worthTrying false if another attempt would end the same way, as with an object that the destination refuses for what it is */
    public DeliveryException(String sentence, boolean worthTrying) {
        super(sentence);
        this.worthTrying = worthTrying;
    }

    public boolean isWorthTrying() {
        return worthTrying;
    }
}
