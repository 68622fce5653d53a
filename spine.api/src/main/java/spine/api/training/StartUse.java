package spine.api.training;

/** What a training does with the networks that it is given to start from. */
public enum StartUse {
    /** It begins with the weights of the newest one. */
    WEIGHTS,
    /** The same, and the finished model is an ensemble of all of them and the new one, whose probabilities it averages. */
    ENSEMBLE,
    /**
     * It begins with the weights of the newest one and learns what all of them answer on average, in place of the truth: one network that
     * answers as several do, in the time of one (distillation: Hinton, Vinyals, Dean, arXiv:1503.02531).
     */
    TEACHER
}
