package spine.unet.training.internal.backprop;

/** One step of the network. Forward passes run the stages in order, backward passes in reverse order. */
interface Stage {

    /** Computes the output of this stage from its inputs. */
    void forward();

    /** Turns the gradient of the output into those of inputs and parameters. */
    void backward();
}
