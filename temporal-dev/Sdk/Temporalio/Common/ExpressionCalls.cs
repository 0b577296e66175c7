using System.Linq.Expressions;
using System.Reflection;

namespace Temporalio.Common;

/// <summary>
/// Reads which method a lambda such as <c>wf => wf.RunAsync(input)</c> calls, and with which arguments. The call is
/// not made; the arguments are evaluated.
/// </summary>
internal static class ExpressionCalls
{
    /// <summary>The method and the arguments of a lambda.</summary>
    /// <exception cref="ArgumentException">The body is anything but one call on the lambda's parameter.</exception>
    public static (MethodInfo Method, IReadOnlyCollection<object?> Args) ReadCall(LambdaExpression lambda) =>
        Body(lambda) is MethodCallExpression call
            ? ReadCall(lambda, call)
            : throw new ArgumentException("Expression must be a single method call");

    /// <summary>The method or property, and the arguments, of a lambda.</summary>
    /// <exception cref="ArgumentException">The body is anything but one call or property of the lambda's parameter.</exception>
    public static (MemberInfo Member, IReadOnlyCollection<object?> Args) ReadCallOrProperty(LambdaExpression lambda)
    {
        switch (Body(lambda))
        {
            case MethodCallExpression call:
                return ReadCall(lambda, call);
            case MemberExpression { Member: PropertyInfo property } access:
                CheckTarget(lambda, access.Expression);
                return (property, []);
            default:
                throw new ArgumentException("Expression must be a single method call or property access");
        }
    }

    private static (MethodInfo Method, IReadOnlyCollection<object?> Args) ReadCall(
        LambdaExpression lambda, MethodCallExpression call)
    {
        CheckTarget(lambda, call.Object);
        return (call.Method, [.. call.Arguments.Select(Evaluate)]);
    }

    // The compiler wraps a body in a conversion where the lambda's result is of a base type.
    private static Expression Body(LambdaExpression lambda) =>
        lambda.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : lambda.Body;

    private static void CheckTarget(LambdaExpression lambda, Expression? target)
    {
        if (target is null)
        {
            if (lambda.Parameters.Count > 0)
            {
                throw new ArgumentException("Static call expression must not have a lambda parameter");
            }
        }
        else if (lambda.Parameters.Count != 1 || target != lambda.Parameters[0])
        {
            throw new ArgumentException(
                "Instance call expression must have a single lambda parameter and be made on it");
        }
    }

    private static object? Evaluate(Expression argument) => argument switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field, Expression: ConstantExpression closure } => field.GetValue(closure.Value),
        _ => Expression.Lambda<Func<object?>>(Expression.Convert(argument, typeof(object)))
            .Compile(preferInterpretation: true)(),
    };
}
