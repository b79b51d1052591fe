// The analysis of one function in one context: a forward fixpoint over its blocks, flow-sensitive,
// with strong updates where a place names exactly one cell. What the function was given on entry is
// symbolic, so that the result is a summary for every caller.
//
// Its members are spread over files by idea: Tracking.cpp says which cells matter, Cells.cpp reads
// and writes cells, CellTypes.cpp knows their types, Contents.cpp gathers all that is in a place,
// Places.cpp evaluates places and whose data they hold, Transfer.cpp has the instructions,
// CallTransfer.cpp chooses what a call does, InPlace.cpp goes on in the callee, Ports.cpp finds
// what a model's ports name, Alternatives.cpp which callee takes what is held, Texts.cpp compares
// texts, PartialWrites.cpp keeps what is behind the end of what a library writes, Sequences.cpp
// keeps positions, MovedElements.cpp changes them, Aliases.cpp finds pointers to one object,
// ModelTransfer.cpp and Claims.cpp apply models, Instantiation.cpp applies summaries, Started.cpp
// goes on with threads, Fixpoint.cpp drives, Unrolling.cpp goes through loops round by round,
// Overwriting.cpp knows what loops leave that overwrite all of something, and Liveness.cpp drops
// what is out of scope.
#pragma once

#include "checker/analysis/Interprocedural.h"
#include "checker/analysis/Join.h"
#include "checker/analysis/Liveness.h"
#include "checker/analysis/OverwritingLoops.h"
#include "checker/analysis/Summary.h"
#include "checker/analysis/Universe.h"
#include "checker/models/Match.h"
#include <optional>
#include <set>

namespace circumspect::analysis {

/// A cell that a place may name, and the value number of what is there: whom it is about.
struct Ref {
  CellId cell = 0;
  ExpressionId identity = Expressions::unknown;
};
using Refs = std::vector<Ref>;

/// A value with all that is in it: the value at each path below, the empty path first.
using Tree = Contents;

/// An argument of a call: the places that it names. A value without a place is put into an object
/// of the call's own.
struct Argument {
  Refs refs;
  const flow::Operand* operand = nullptr; ///< none for an argument that a model passes
};

/// Whether a cell is a parameter that points to an array: what it points to on entry is the first
/// of several arrays, the element 0 of the object of that name.
bool pointsToRows(const flow::Program& program, const flow::Function& function,
                  const Memory& memory, CellId pointer);

/// Whether a function reads what the parameter points to as bytes, also behind the end of a text.
bool areBytes(const flow::Program& program, const flow::Function& function, size_t parameter);

class Instantiation;

class FunctionAnalysis {
public:
  FunctionAnalysis(Interprocedural& program, flow::FunctionId function, const Context& context);
  ~FunctionAnalysis();
  Summary run();
  /// How much work it was: cells, and what is known of them, at its blocks.
  size_t size() const { return size_; }
  /// What holds of both: what either of two runs may do. The sink calls are those of `b`.
  Summary joined(const Summary& a, Summary b);

private:
  friend class Instantiation;
  friend class Roots;

  // Tracking.cpp
  bool mayHoldData(CellId cell) const;
  bool leadsAnywhere(CellId cell);
  bool isTracked(CellId cell);
  bool isKept(CellId cell, const Value& value);

  // Cells.cpp
  Value entryValue(CellId cell, ExpressionId subject = Expressions::unknown);
  bool isClassified(LabelId label) const;
  bool isEntryRooted(ObjectId object) const;
  Value read(const State& state, CellId cell);
  Value readRef(const State& state, const Ref& ref);
  const models::Literal* firstHeld(const State& state, CellId slot);
  Tree readTree(const State& state, const Ref& ref);
  Tree readTrees(const State& state, const Refs& refs);
  void write(State& state, const Refs& refs, Tree tree, bool mayReplace = true);
  void addContents(State& state, const Refs& refs, const Taints& taints);
  void addContentTaints(State& state, const Refs& refs, const Taints& taints);
  void clear(State& state, const Refs& refs);
  void setExact(State& state, CellId cell, Value value);
  void renumber(State& state, CellId cell, ExpressionId expression);
  Value opaque(Taints taints);
  static Tree leaf(Value value);
  void dropContents(State& state, CellId cell);
  void joinInto(State& state, CellId cell, const Value& value);
  CellId textOf(CellId cell);
  CellId classifiedWhole(CellId cell);
  void classify(State& state, const Ref& ref, Value& value);
  void classifyHeld(State& state, CellId cell, const Value& pointer);
  void classifyContent(State& state, const Refs& to, const Value& value);
  llvm::ArrayRef<std::string> dataOf(CellId cell) const;
  Taint sourceTaint(llvm::StringRef category, ExpressionId subject, llvm::StringRef text,
                    flow::Location location);
  bool isFurther(const Ref& ref) const;
  bool canReplace(const Refs& refs) const;

  // CellTypes.cpp
  flow::TypeId typeOf(CellId cell) const;
  flow::TypeId elementType(flow::TypeId type) const;
  flow::TypeId tupleType(flow::TypeId type, PathElement element) const;
  bool isTuple(flow::TypeId type) const;
  bool isReferenceTo(flow::TypeId reference, flow::TypeId object) const;
  flow::TypeId slotType(flow::TypeId type, llvm::StringRef name) const;
  flow::TypeId pointee(flow::TypeId type) const;

  // Contents.cpp
  /// What a `char` array is read as: up to the 0 in it, or to its own end.
  enum class ReadAs : uint8_t { Text, Bytes };
  Taints contentTaints(const State& state, const Ref& ref, bool followPointers = false,
                       bool isPointer = false, ReadAs as = ReadAs::Text);
  std::optional<uint32_t> textEnd(const State& state, CellId cell);
  bool isAllWritten(const State& state, CellId cell);
  Taints reachableTaints(const State& state, const Ref& ref);
  void addMemberSources(const State& state, const Ref& ref, flow::TypeId type, Taints& taints,
                        unsigned depth);

  // Places.cpp
  Refs evaluate(State& state, const flow::Place& place);
  Ref firstOf(const Ref& target, flow::TypeId pointer);
  bool isProjectRecord(flow::TypeId type) const;
  bool isFirstRecord(const flow::Place& place, const Refs& refs) const;
  Contents besideFirst(const State& state, const Ref& record) const;
  bool isScalar(flow::TypeId type) const;
  enum class Of : uint8_t { Member, Record, Other }; ///< what is wanted of an element
  Refs indexed(const State& state, const Ref& target, PathElement element, ExpressionId index,
               Of of);
  CellId inLaterRow(CellId element);
  bool isContainer(flow::TypeId type) const;
  bool isCharacter(flow::TypeId type) const;
  Ref beside(const State& state, const Ref& target, PathElement element, ExpressionId index);
  Refs membersAt(State& state, const Refs& objects, flow::LocalId pointer);
  Refs follow(State& state, const Refs& pointers);
  Refs targetsOf(State& state, const Value& pointer);
  Ref member(const Ref& ref, PathElement element, ExpressionId index = Expressions::unknown);
  ExpressionId identity(const State& state, CellId cell);
  PathElement elementOf(ExpressionId index) const;
  PathElement elementOf(flow::FieldId field);
  Taints indexTaints(const State& state, const flow::Place& place, const Refs& elements);
  Value valueOf(State& state, const flow::Operand& operand);
  Tree treeOf(State& state, const flow::Operand& operand);
  ExpressionId constant(const flow::Constant& c);
  std::string cellText(CellId cell) const;

  // Transfer.cpp
  void transfer(State& state, const flow::Instruction& instruction);
  bool copyBase(State& state, const flow::Instruction& copy);
  bool isPartOf(const flow::Place& target, const Refs& refs) const;
  void compute(State& state, const flow::Instruction& instruction);
  bool isRecordTarget() const;
  Value offset(const Value& pointer, const Value& by, bool byBytes = false);
  std::vector<CellId> membersAt(CellId record, std::optional<int64_t> offset);
  bool isOfBytes(const flow::Place& pointer) const;
  flow::TypeId rowTarget() const;
  Value downcast(State& state, const Value& pointer, flow::RecordId to);
  bool isDifference(const flow::Instruction& instruction, llvm::ArrayRef<Value> values) const;
  void store(State& state, const flow::Place& target, Tree tree);
  const Trace* step(Trace::Kind kind, const Trace* before, const Trace* inner = nullptr);
  void traceAll(Tree& tree, Trace::Kind kind);

  // InPlace.cpp
  struct Call;
  FunctionAnalysis(FunctionAnalysis& caller, flow::FunctionId callee, const Frame& frame);
  bool mayGoInto(State& state, const Call& call);
  bool applyInPlace(State& state, const Call& call);
  State enterInPlace(FunctionAnalysis& inside, State state, const Call& call);
  void leaveInPlace(FunctionAnalysis& inside, State& state);
  flow::FunctionId functionOf(uint32_t local) const;
  flow::LocalId numbered(uint32_t local) const;
  const flow::Local* declared(uint32_t local) const;
  uint32_t siteHere(uint32_t site) const;
  bool isMadeHere(uint32_t number) const;
  size_t phiBlock(uint32_t number) const;
  bool isMadeInLoop(uint32_t site) const;
  ObjectId local(flow::LocalId id) const {
    return universe_.memory.local(flow::LocalId{first_ + id.index});
  }
  /// The function with whose entry the state began: what was there then is symbolic.
  const flow::Function& entered() const { return root_->function_; }

  // CallTransfer.cpp
  void call(State& state, const flow::Instruction& instruction);
  std::vector<Call> resolve(State& state, const flow::Instruction& instruction);
  void resolveVirtual(State& state, const flow::Instruction& instruction, flow::FunctionId method,
                      std::vector<Call>& calls);
  void applyCall(State& state, const Call& call);
  void applyUnmodelled(State& state, const Call& call);
  void applySummary(State& state, const Call& call, const Summary& summary);
  void applyEvents();
  void applyUnread(State& state, const Call& call);
  void overwrite(State& state, const Call& call, size_t index, const Taints& with);
  void setUnknownResult(State& state, const Call& call, Taints taints);
  Tree resultTree(State& state, Value value, flow::TypeId type);
  void setResult(State& state, const Call& call, Tree tree);
  Argument operandArgument(State& state, const flow::Operand& operand, size_t index);
  Refs hold(State& state, uint32_t number, Tree tree);
  static constexpr unsigned maxLearning = 6; ///< rounds of what a callee's inputs tell about it
  const Summary& summaryFor(State& state, const Call& call);
  bool isWritable(const Call& call, size_t index) const;
  void decisive(const Value& value);
  void keepAliases();
  bool isNumberedPointer(const Value& pointer);
  bool isOneObject(CellId cell) const;
  bool areApart(CellId x, CellId y) const;
  std::optional<bool> areSame(const Value& a, const Value& b);
  void aliasesOf(Instantiation& call, const Summary& callee, Context& context);
  CellId entryCell(ExpressionId e);
  void refining(ExpressionId e);
  ExpressionId constantIn(State& state, const Refs& refs);
  void knowledgeOf(State& state, const Ref& ref, Knowledge& knowledge);
  JoinPoint hereAfter();

  // Callbacks.cpp
  void resolveCallable(State& state, const Ref& callable, std::vector<Call>& calls);
  bool isWrapper(State& state, const Ref& argument, flow::TypeId wanted);
  bool isBinding(const State& state, const Ref& callable);
  std::vector<Refs> boundArguments(State& state, const Ref& binding, std::vector<Refs> given);
  Argument passedBack(State& state, Refs given, const flow::Local& parameter, uint32_t slot);
  void selectMember(State& state, const Call& call, const models::Flow& flow, flow::FieldId field);
  Value heldCallable(State& state, const Ref& callable);
  void callBack(State& state, const Call& call, const models::Flow& flow, Call& back,
                uint32_t& scratch);
  void callBack(State& state, const Call& call, const models::Flow& flow);

  // Alternatives.cpp
  flow::TypeId heldType(State& state, const Ref& held);
  void takeHeld(State& state, const Call& call, const models::Flow& flow, std::vector<Call>& calls);

  // Construction.cpp
  bool throwsWithoutStorage(const Call& call) const;
  bool isConstructedByModel(const flow::Instruction& instruction) const;
  void callConstructor(State& state, Call& construct, const std::vector<Argument>& arguments,
                       Refs objects);
  Argument forwarded(State& state, const Argument& argument, const flow::Local& parameter,
                     size_t index);
  bool constructsAt(const State& state, const Refs& to);
  std::vector<Argument> elements(State& state, const Call& call, const models::Port& port);
  bool keepsForm(const State& state, CellId from, flow::RecordId made);
  void construct(State& state, State& before, const Call& call, const models::Flow& flow);

  // Ports.cpp
  Refs portRefs(State& state, const Call& call, const models::Port& port, bool asWritten = false);
  bool isPrintedAsAddress(const Argument& argument) const;
  Refs buffers(const State& state, Refs refs);
  ReadAs readAs(const Call& call, const models::Port& port) const;
  bool isPointerParameter(const Call& call, const models::Port& port) const;
  PathElement fieldNamed(flow::TypeId type, llvm::StringRef name);
  bool hasElements(const State& state, CellId cell) const;
  PathElement elementOfType(flow::TypeId tuple, flow::TypeId type) const;
  Refs step(State& state, const Call& call, const Refs& refs, const models::PortStep& step);
  std::optional<int64_t> alternativeOf(const flow::Function& function) const;
  Refs constantRefs(State& state, ExpressionId constant);
  ExpressionId literal(const models::Literal& literal);

  // Sequences.cpp
  PathElement lengthSlot();
  bool isLength(PathId path);
  PathElement keysSlot();
  void forgetKeys(State& state, const Refs& refs);
  std::optional<bool> holdsKey(const State& state, CellId element);
  std::optional<bool> meets(const State& state, const Value& a, const Value& b);
  bool holdsItsKind(CellId container) const;
  std::optional<int64_t> lengthOf(const State& state, const Ref& container);
  uint64_t countOf(flow::TypeId type) const;
  void setLength(State& state, const Ref& container, ExpressionId length);
  void forgetLengths(State& state, CellId cell);
  PathElement endOf(const State& state, const Ref& container, models::PortStep::Kind kind);
  std::optional<int64_t> positionAt(State& state, const Call& call, const models::Port& port,
                                    const Ref& container);
  void nameElements(State& state, const Ref& container, int64_t length);
  void shiftElements(State& state, const Ref& container, int64_t first, int64_t by);
  bool isLinked(CellId container) const;
  void shiftIterators(State& state, const Ref& container, int64_t first, int64_t by);
  PathElement mixedSlot();
  bool isMixed(PathId path);
  void mixElements(State& state, const Ref& container);
  void editSequence(State& state, const Call& call, const models::Flow& flow);
  void clearElements(State& state, CellId container);
  void clearBetween(State& state, const Call& call, const models::Flow& flow);
  std::optional<int64_t> distance(const Value& a, const Value& b) const;
  void setPosition(State& state, State& before, const Call& call, const models::Flow& flow);
  void putPairs(State& state, State& before, const Call& call, const models::Flow& flow);

  // Texts.cpp
  bool isText(ExpressionId e) const;
  void joinTexts(State& state, State& before, const Call& call, const models::Flow& flow);
  void compareTexts(State& state, State& before, const Call& call, const models::Flow& flow);
  void findText(State& state, State& before, const Call& call, const models::Flow& flow);
  std::optional<llvm::StringRef> knownText(State& state, const Refs& refs);
  Ref textOf(const Ref& ref);
  Value asCharacter(State& state, const flow::Operand& operand, Value value);
  ExpressionId textIn(State& state, const Refs& refs);
  ExpressionId constantText(State& state, Refs refs);

  // PartialWrites.cpp
  struct Behind;
  uint64_t sizeOf(flow::TypeId type) const;
  std::optional<uint64_t> product(State& state, const Call& call,
                                  llvm::ArrayRef<models::Port> ports);
  void noteSize(State& state, const Call& call, ObjectId object,
                llvm::ArrayRef<const models::FunctionModel*> models);
  bool endsBefore(State& before, const Call& call, const models::Flow& flow, uint64_t limit);
  void keepElements(State& before, const Call& call, const models::Flow& flow, CellId array,
                    uint32_t start, uint64_t count, Behind& behind);
  std::optional<Behind> keepBehind(State& before, const Call& call, const models::Flow& flow);
  void putBack(State& state, const Behind& behind);

  // ModelTransfer.cpp and Claims.cpp
  Refs referred(State& state, Refs refs, flow::TypeId result);
  void throwHeld(State& state, const Call& call, const models::Flow& flow);
  void tellWhetherSame(State& state, State& before, const Call& call, const models::Flow& flow);
  void tellWhetherHeld(State& state, State& before, const Call& call, const models::Flow& flow);
  void forgetConstants(State& state, const Call& call);
  void applyFlows(State& state, const Call& call,
                  llvm::ArrayRef<const models::FunctionModel*> models);
  void applyClaims(State& state, const State& before, const Call& call,
                   const models::FunctionModel& model);
  void asBytes(const Refs& from, const Refs& to, Tree& tree);
  std::optional<FormulaId> holds(State& state, const Call& call,
                                 const std::vector<models::Condition>& conditions,
                                 bool mustBeKnown);
  void allocateFor(State& state, const Call& call, const models::Port& port);
  void applyFlow(State& state, State& before, const Call& call, const models::Flow& flow);
  void applySource(State& state, const Call& call, const models::Source& source);
  void applyEntrySources(State& state);
  std::string sourceText(State& state, const Call& call, const models::Source& source);
  void applySink(State& state, const Call& call, const models::Sink& sink);
  void applyGuard(State& state, State& before, const Call& call, const models::Guard& guard);
  void applyTransform(State& state, const Call& call, const models::Transform& transform);
  void giveColumns(State& state, State& before, const Call& call, const models::Flow& flow);
  flow::RecordId recordOf(const State& state, CellId cell);
  std::optional<llvm::StringRef> sqlIn(State& state, const Ref& ref);
  Refs statements(State& state, const Refs& texts);
  ExpressionId subjectOf(State& state, const Call& call, const std::optional<models::Port>& port);
  ExpressionId subjectAt(State& state, const Refs& refs);
  void addEvent(SinkEvent event);

  // Liveness.cpp
  void dropDead(State& state, flow::BlockId from, flow::BlockId to);

  // Fixpoint.cpp
  State arriving(const State& state, flow::BlockId from, flow::BlockId to, bool isUnrolled,
                 const JoinPoint& point);
  void flowTo(State state, flow::BlockId from, flow::BlockId to, bool isUnrolled = false);
  bool visit(uint32_t block);
  void iterate();
  void terminate(State state, flow::BlockId block);
  void branch(const State& state, flow::BlockId block, std::optional<FormulaId> truth);
  void switchOn(State& state, flow::BlockId block);
  static constexpr uint32_t firstOutside = ~0U - 100'000; ///< site of what is before the function
  void applyInitialisers(State& state);
  void runFrom(State state);
  void findSites();
  void findLoops();
  size_t blockOf(uint32_t site) const;
  State makeStale(const State& state, flow::BlockId head);
  ExpressionId stale(ExpressionId e, flow::BlockId head,
                     std::map<ExpressionId, ExpressionId>& done);
  FormulaId bound(FormulaId f);
  void finish(State& state, bool thrown);
  void prune(State& state);
  ObjectId exceptionObject();
  bool isCaughtHere() const;
  void throwing(State thrown, Tree tree);

  // Started.cpp
  void remember(State& state, const Call& call, const models::Flow& flow, const Call& started);
  void finishStarted(State& state, const Refs& handles);
  void applyStarted(State& state, const Call& call);
  void addEndless(State during);
  void land(State& state);
  bool landAgain();
  std::optional<State> during();
  bool runStarted(State& state, CellId task);
  SortedSet<ObjectId> changes(const State& before, const State& after);
  bool canSee(const State& state, CellId task, const SortedSet<ObjectId>& objects);
  void goOn(const State& before, State& state, const flow::Instruction& instruction);

  // Unrolling.cpp
  struct Round {
    flow::BlockId head;
    const std::vector<bool>* body;
    std::optional<State> next; ///< as it comes back to the head
    std::map<std::pair<flow::BlockId, flow::BlockId>, std::optional<State>>
        exits;            ///< as it leaves the loop, by edge
    bool isLoose = false; ///< it may have left the loop from somewhere else than its head
  };
  bool isDecided(State state, flow::BlockId head);
  Round goRound(State state, flow::BlockId head);
  bool unroll(flow::BlockId head);

  // Overwriting.cpp
  struct Cover {
    std::optional<OverwritingLoop> loop;
    std::optional<CellId> whole;     ///< of which each element is overwritten
    bool isBroken = false;           ///< entered once where it does not
    std::map<PathId, Value> written; ///< by path in the element
  };
  bool isHarmless(const flow::Instruction& call) const;
  bool replacesObject(const flow::Instruction& call) const;
  ExpressionId endMark(const State& state, CellId container, models::PortStep::Kind kind);
  std::optional<CellId> wholeBetween(const State& state, const Value& first, const Value& last);
  std::optional<CellId> overwrittenBy(const OverwritingLoop& loop, State& state);
  bool goesThrough(const OverwritingLoop& loop, State& state, CellId whole, flow::BlockId from);
  void enterLoop(const State& state, flow::BlockId from, flow::BlockId head);
  void noteOverwriting(CellId cell, const Value& value);
  void leaveLoop(State& state, flow::BlockId head);
  /// May the instruction run again, after this one round?
  bool mayRunAgain() const { return loopDepth_[block_.index] > 0; }

  Interprocedural& program_;
  Universe& universe_;
  const flow::Program& flow_;
  const models::Library& library_;
  flow::FunctionId id_;
  const flow::Function& function_;
  const Context& context_;

  const Frame* frame_ = nullptr;       ///< where the callers' state is gone on with
  FunctionAnalysis* caller_ = nullptr; ///< the one whose state that is
  FunctionAnalysis* root_ = this;      ///< the outermost
  uint32_t first_ = 0;                 ///< the frame's first number
  unsigned depth_ = 0;                 ///< of frames
  bool isEntered_ = false;             ///< a root's: calls in it may be analysed in place
  bool isStarting_ = false;            ///< a call that goes on after it
  unsigned inPlace_ = 0;               ///< calls at this instruction
  size_t workInPlace_ = 0;             ///< a root's: on all frames in it
  size_t maxSize_ = Interprocedural::maxWork;

  std::vector<uint32_t> firstSite_;             // per block: the site of its first instruction
  std::vector<unsigned> order_;                 // per block: reverse post-order
  std::map<uint32_t, std::vector<bool>> loops_; // per loop head: the blocks of its body
  std::map<uint32_t, Cover> covers_;            // per loop head
  std::vector<bool> isInLoop_;
  std::vector<unsigned> loopDepth_; // per block: the loops around it whose rounds are one
  struct Way {
    unsigned round;
    State state;
  };
  struct Arrivals {
    std::optional<State> entry;
    unsigned visits = 0;
    bool isMixed = false; ///< a loop's head: its first rounds are done, and the rest is one
    /// What each predecessor brought last; apart from that, what it brought in unrolled rounds.
    std::map<std::pair<bool, uint32_t>, Way> ways;
  };
  std::vector<Arrivals> arrivals_;               // per block
  std::set<std::pair<unsigned, uint32_t>> work_; ///< blocks to visit, in order
  std::vector<Round*> rounds_;                   ///< that are being unrolled, the innermost last
  uint32_t round_ = 0, lastRound_ = 0;           ///< 0: none
  unsigned unrolledWays_ = 0, unrolledBlocks_ = 0;
  size_t unrolledWork_ = 0;
  /// By round and block that returns or throws: its last state.
  std::map<std::pair<uint32_t, uint32_t>, State> returned_;
  std::optional<State> thrownByCallees_;
  std::optional<State> landing_; ///< as the last call leaves by an exception that is caught here
  std::optional<State> endless_; ///< what calls leave on their way that do not return
  unsigned runs_ = 0;            ///< of what was started
  SortedSet<flow::BlockId> landsAt_; ///< where jumps go on
  bool isLandDue_ = false;
  unsigned landings_ = 0;
  struct SummaryApplication; ///< of a callee that calls sinks
  struct Sent {              ///< at one instruction
    std::vector<SinkEvent> events;
    std::vector<SummaryApplication> inCallees;
    Sent& operator+=(Sent more);
  };
  std::map<std::pair<uint32_t, uint32_t>, Sent> sent_; ///< by round and site
  /// A root's: of heap objects, in bytes; 0 for several.
  llvm::DenseMap<ObjectId, uint64_t> sizes_;
  Summary summary_;

  std::optional<Liveness> liveness_;
  llvm::DenseMap<CellId, bool> isTracked_;
  size_t size_ = 0; ///< cells and taints at blocks so far

  flow::BlockId block_; // being transferred
  uint32_t site_ = 0;
  const flow::Instruction* instruction_ = nullptr;
};

} // namespace circumspect::analysis
