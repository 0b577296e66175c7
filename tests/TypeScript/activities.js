const { ApplicationFailure } = require('@temporalio/activity');

exports.noop = async () => {};
exports.TsGreet = async (who) => `hello ${who} from ts`;
exports.SharedGreet = async (who) => `hello ${who}`;
exports.SharedLocal = async (text) => text.toUpperCase();
exports.SharedFail = async (who) => {
  throw ApplicationFailure.create({ message: `no ${who}`, type: 'No', nonRetryable: true });
};
