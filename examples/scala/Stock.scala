import io.goodput.guard.{CallOptions, Guard}
import io.goodput.retry.RetryPolicy
import io.goodput.sim.VirtualTimers
import io.goodput.testing.ScriptedDependency

import java.io.IOException
import java.time.Duration
import java.util.concurrent.{CompletableFuture, CompletionStage}
import scala.concurrent.Future
import scala.jdk.FutureConverters.*

object Stock:
  private val Read = CallOptions.NONE.idempotently().keyed("read")

  // region calls
  def calls(guard: Guard): Unit =
    val answer: String = guard.call(() => "42")
    val read: String = guard.call(Read, () => "42, of a call that may be hedged")
    val attempt: String = guard.callAttempt(attempt => s"42, by attempt ${attempt.number}")
    val later: CompletableFuture[String] = guard.callAsync(() => CompletableFuture.completedFuture("42, later"))
    guard.run(() => println("a task without an answer"))

    println(List(answer, read, attempt, later.get))
  // endregion

  // region future
  extension (guard: Guard)
    def future[T](options: CallOptions = CallOptions.NONE)(task: => CompletionStage[T]): Future[T] =
      guard.callAsync(options, () => task).asScala
  // endregion

  def main(args: Array[String]): Unit =
    val timers = VirtualTimers()
    val guard = Guard
      .builder("stock")
      .timers(timers)
      .deadline(Duration.ofSeconds(2))
      .retry(RetryPolicy.standard())
      .build()
    calls(guard)

    val stock = ScriptedDependency
      .on[String](timers)
      .fails(() => IOException("connection reset"))
      .answers("42, after a retry", Duration.ofMillis(20))
    val later = guard.future(Read)(stock.callAsync())
    timers.advance(Duration.ofSeconds(2))
    println(later.value.get.get)
