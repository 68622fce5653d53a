package spine.io.dimse.toolkit;

/** A presentation context that both sides have agreed on. */
public record Context(String abstractSyntax, String transferSyntax) {
}
